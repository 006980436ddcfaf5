import { BraveSearch } from 'brave-search';
import { inbox } from '@acme/inbox';

interface Question { text: string }

const brave = new BraveSearch('key');

inbox.on('question', async (question: Question) => {
  await brave.webSearch(question.text, { count: 5 }); // ~> behavior.search_query brave-search
  await brave.newsSearch(question.text); // ~> behavior.search_query brave-search
  await brave.webSearch('opening hours');
});

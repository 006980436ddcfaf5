import { Serper } from 'serper';
import { inbox } from '@acme/inbox';

interface Question { text: string }

const serper = new Serper({ apiKey: 'key' });

inbox.on('question', async (question: Question) => {
  await serper.search(question.text); // ~> behavior.search_query serper
  await serper.news({ q: question.text }); // ~> behavior.search_query serper
});

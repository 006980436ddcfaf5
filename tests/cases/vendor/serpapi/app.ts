import { GoogleSearch } from 'google-search-results-nodejs';
import { getJson } from 'serpapi';
import { inbox } from '@acme/inbox';

interface Question { text: string }

inbox.on('question', async (question: Question) => {
  await getJson({ engine: 'google', q: question.text }); // ~> behavior.search_query serpapi
  await getJson('google', { q: question.text }); // ~> behavior.search_query serpapi
  new GoogleSearch('key').json({ q: question.text }, console.log); // ~> behavior.search_query serpapi
});

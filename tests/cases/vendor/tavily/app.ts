import { tavily } from '@tavily/core';
import { inbox } from '@acme/inbox';

interface Question { text: string }

const client = tavily({ apiKey: 'key' });

inbox.on('question', async (question: Question) => {
  await client.search(question.text, { maxResults: 5 }); // ~> behavior.search_query tavily
  await client.searchQNA(question.text, {}); // ~> behavior.search_query tavily
  await client.research(question.text); // ~> content.llm_prompt tavily
  await client.crawl('https://acme.example', { instructions: question.text }); // ~> content.llm_prompt tavily
  await client.extract(['https://acme.example']);
});

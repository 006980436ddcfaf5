import Firecrawl from '@mendable/firecrawl-js';
import { inbox } from '@acme/inbox';

interface Question { text: string; document: Blob }

const firecrawl = new Firecrawl({ apiKey: 'key' });

inbox.on('question', async (question: Question) => {
  await firecrawl.search(question.text, { limit: 5 }); // ~> behavior.search_query firecrawl
  await firecrawl.extract({ urls: ['https://acme.example'], prompt: question.text }); // ~> content.llm_prompt firecrawl
  await firecrawl.agent({ prompt: question.text }); // ~> content.llm_prompt firecrawl
  await firecrawl.parse({ data: question.document, filename: 'a.pdf' }); // ~> content.file firecrawl
  await firecrawl.scrape('https://acme.example');
});

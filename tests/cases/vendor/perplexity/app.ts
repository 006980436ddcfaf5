import Perplexity from '@perplexity-ai/perplexity_ai';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }
interface Line { text: string; file: Blob }

const client = new Perplexity();

inbox.on('line', async (user: User, line: Line) => {
  await client.chat.completions.create({ model: 'sonar', messages: [{ role: 'user', content: line.text }] }); // ~> content.llm_prompt perplexity
  await client.search.create({ query: line.text }); // ~> behavior.search_query perplexity
});

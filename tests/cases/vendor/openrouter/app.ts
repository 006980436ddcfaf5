import { OpenRouter } from '@openrouter/sdk';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }
interface Line { text: string; file: Blob }

const client = new OpenRouter({ apiKey: 'key' });

inbox.on('line', async (user: User, line: Line) => {
  await client.chat.send({ chatGenerationParams: { model: 'a', messages: [{ role: 'user', content: line.text }] } }); // ~> content.llm_prompt openrouter
});

import Cerebras from '@cerebras/cerebras_cloud_sdk';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }
interface Line { text: string; file: Blob }

const client = new Cerebras();

inbox.on('line', async (user: User, line: Line) => {
  await client.chat.completions.create({ model: 'llama', messages: [{ role: 'user', content: line.text }] }); // ~> content.llm_prompt cerebras
  await client.completions.create({ model: 'llama', prompt: line.text }); // ~> content.llm_prompt cerebras
});

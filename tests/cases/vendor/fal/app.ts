import { fal } from '@fal-ai/client';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }
interface Line { text: string; file: Blob }

inbox.on('line', async (user: User, line: Line) => {
  await fal.subscribe('fal-ai/flux', { input: { prompt: line.text } }); // ~> content.llm_prompt fal
  await fal.queue.submit('fal-ai/flux', { input: { prompt: line.text } }); // ~> content.llm_prompt fal
  await fal.storage.upload(line.file); // ~> content.file fal
});

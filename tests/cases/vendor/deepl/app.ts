import * as deepl from 'deepl-node';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }
interface Line { text: string; file: Blob }

const translator = new deepl.Translator('key');

inbox.on('line', async (user: User, line: Line) => {
  await translator.translateText(line.text, null, 'de'); // ~> content.free_text deepl
  await translator.getUsage();
});

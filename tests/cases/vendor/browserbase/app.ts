import Browserbase from '@browserbasehq/sdk';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; plan: string }
interface Upload { document: Blob }

const bb = new Browserbase({ apiKey: 'key' });

inbox.on('upload', async (user: User, upload: Upload) => {
  const session = await bb.sessions.create({ projectId: 'a', userMetadata: { email: user.email } }); // ~> contact.email browserbase
  await bb.sessions.uploads.create(session.id, { file: upload.document }); // ~> content.file browserbase
  await bb.sessions.retrieve(session.id);
});

import { Client } from '@notionhq/client';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }
interface Line { text: string; file: Blob }

const notion = new Client({ auth: 'token' });

inbox.on('line', async (user: User, line: Line) => {
  await notion.pages.create({ parent: { database_id: 'a' }, properties: { Email: { email: user.email } } }); // ~> contact.email notion
  await notion.comments.create({ parent: { page_id: 'a' }, rich_text: [{ text: { content: line.text } }] }); // ~> content.free_text notion
  await notion.databases.retrieve({ database_id: 'a' });
});

import { Resend } from 'resend';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; plan: string }
interface Line { text: string }

const resend = new Resend('key');

inbox.on('signup', async (user: User, line: Line) => {
  await resend.contacts.segments.add({ email: user.email, segmentId: '1' }); // ~> contact.email resend
  await resend.contacts.topics.update({ email: user.email, topics: [] }); // ~> contact.email resend
  await resend.inboxes.threads.emails.reply({ inboxId: '1', threadId: '2', text: line.text }); // ~> content.message resend
});

import emailjs from '@emailjs/browser';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }
interface Line { text: string; file: Blob }

inbox.on('line', async (user: User, line: Line) => {
  await emailjs.send('service', 'template', { email: user.email, message: line.text }); // ~> contact.email emailjs, content.message emailjs
});

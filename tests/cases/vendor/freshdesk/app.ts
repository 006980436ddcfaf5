import Freshdesk from 'freshdesk-api';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; phone: string; plan: string }

const freshdesk = new Freshdesk('https://acme.freshdesk.com', 'key');

inbox.on('ticket', (user: User, ticket: { text: string }) => {
  freshdesk.createTicket({ email: user.email, subject: 'Help', description: ticket.text, status: 2 }, () => {}); // ~> contact.email freshdesk, content.message freshdesk
  freshdesk.createContact({ email: user.email, phone: user.phone }, () => {}); // ~> contact.email freshdesk, contact.phone freshdesk
  freshdesk.createReply(1, { body: ticket.text }, () => {}); // ~> content.message freshdesk
  freshdesk.createTicket({ email: 'team@acme.example', subject: user.plan }, () => {});
});

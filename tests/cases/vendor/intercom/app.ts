import Intercom, { boot, trackEvent, update, showNewMessage, startConversation } from '@intercom/messenger-js-sdk';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; phone: string; plan: string; createdAt: number }
interface Company { id: string; name: string; size: number }
interface Question { text: string }

auth.on('login', (user: User, company: Company) => {
  Intercom({
    app_id: 'abc',
    region: 'eu',
    user_id: user.id, // ~> identifier.user_id intercom
    name: user.name, // ~> identity.name intercom
    email: user.email, // ~> contact.email intercom
    created_at: user.createdAt,
    company: { company_id: company.id, name: company.name, size: company.size }, // ~> identifier.org_id intercom, work.organization intercom
  });
  boot({ app_id: 'abc', email: user.email }); // ~> contact.email intercom
  update({ phone: user.phone, plan: user.plan }); // ~> contact.phone intercom
  trackEvent('signed-in', { email: user.email }); // ~> contact.email intercom
  trackEvent('signed-in', { plan: user.plan });
  trackEvent('opened');
});

auth.on('question', (question: Question) => {
  startConversation(question.text); // ~> content.message intercom
  showNewMessage(question.text); // ~> content.message intercom
  startConversation('I need help');
});

import { BrowserAgent } from '@newrelic/browser-agent/loaders/browser-agent';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; name: string; plan: string }

const agent = new BrowserAgent({ init: { session_replay: { enabled: false } }, info: { licenseKey: 'x' } });

auth.on('login', (user: User, error: Error) => {
  agent.setUserId(user.id); // ~> identifier.user_id new-relic
  agent.setCustomAttribute('email', user.email); // ~> contact.email new-relic
  agent.setCustomAttribute('plan', user.plan);
  agent.addPageAction('login', { phone: user.phone }); // ~> contact.phone new-relic
  agent.recordCustomEvent('Login', { name: user.name }); // ~> identity.name new-relic
  agent.noticeError(error, { email: user.email }); // ~> contact.email new-relic
  agent.log(`login of ${user.email}`, { level: 'INFO' }); // ~> contact.email new-relic
  agent.log('login', { customAttributes: { phone: user.phone } }); // ~> contact.phone new-relic
  agent.setApplicationVersion('1.0.0');
});

import { config, event, pageview, set } from 'vue-gtag';
import { bus } from '@acme/bus';

interface User { id: string; email: string; plan: string }

bus.on('login', (user: User) => {
  event('login', { email: user.email }); // ~> contact.email google-analytics
  config({ user_id: user.id }); // ~> identifier.user_id google-analytics
  set({ user_id: user.id }); // ~> identifier.user_id google-analytics
  pageview({ page_path: '/login', email: user.email }); // ~> contact.email google-analytics
  event('plan', { kind: user.plan });
});

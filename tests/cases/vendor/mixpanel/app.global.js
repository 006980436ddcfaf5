import { auth } from '@acme/auth';

mixpanel.init('token', { api_host: 'https://api-eu.mixpanel.com' });

auth.on('login', (user) => {
  mixpanel.identify(user.id); // ~> identifier.user_id mixpanel
  window.mixpanel.people.set({ $email: user.email }); // ~> contact.email mixpanel
  mixpanel.people.set('$phone', user.phone); // ~> contact.phone mixpanel
  mixpanel.push(['identify', user.id]); // ~> identifier.user_id mixpanel
  mixpanel.push(['track', 'Signed in', { email: user.email }]); // ~> contact.email mixpanel
  mixpanel.push(['register', { email: user.email }]); // ~> contact.email mixpanel
  mixpanel.push(['track', 'Plan chosen', { plan: user.plan }]);
});

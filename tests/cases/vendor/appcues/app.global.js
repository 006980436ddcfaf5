import { auth } from '@acme/auth';

auth.on('login', (user) => {
  window.Appcues.identify(user.id, { email: user.email, plan: user.plan }); // ~> contact.email appcues, identifier.user_id appcues
  window.Appcues.group(user.orgId, { phone: user.phone }); // ~> contact.phone appcues, identifier.org_id appcues
  Appcues.track('Signed in', { email: user.email }); // ~> contact.email appcues
  Appcues.page();
});

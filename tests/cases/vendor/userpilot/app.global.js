import { auth } from '@acme/auth';

auth.on('login', (user) => {
  userpilot.identify(user.id, { email: user.email }); // ~> contact.email userpilot, identifier.user_id userpilot
  userpilot.group(user.orgId, { phone: user.phone }); // ~> contact.phone userpilot, identifier.org_id userpilot
});

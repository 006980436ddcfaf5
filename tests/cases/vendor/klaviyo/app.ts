import { EventsApi, ProfilesApi, ApiKeySession } from 'klaviyo-api';
import { auth } from '@acme/auth';

interface User { id: string; email: string; firstName: string; phone: string; plan: string }

const session = new ApiKeySession('key');
const profiles = new ProfilesApi(session);
const events = new EventsApi(session);

auth.on('signup', async (user: User) => {
  await profiles.createProfile({ data: { type: 'profile', attributes: { email: user.email, firstName: user.firstName } } }); // ~> contact.email klaviyo, identity.first_name klaviyo
  await profiles.updateProfile('p1', { data: { type: 'profile', id: 'p1', attributes: { phoneNumber: user.phone } } }); // ~> contact.phone klaviyo
  await events.createEvent({ data: { type: 'event', attributes: { profile: { data: { attributes: { email: user.email } } }, properties: { plan: user.plan } } } }); // ~> contact.email klaviyo
});

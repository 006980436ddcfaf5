import { ApiKeySession, ProfilesApi } from 'klaviyo-api';
import { bus } from '@acme/bus';

interface User { email: string }

const profiles = new ProfilesApi(new ApiKeySession('key'));

bus.on('consent', async (user: User) => {
  await profiles.subscribeProfiles({ data: { attributes: { email: user.email } } } as never); // ~> contact.email klaviyo
  await profiles.unsubscribeProfiles({ data: { attributes: { email: user.email } } } as never); // ~> contact.email klaviyo
  await profiles.createProfileImport({ data: { attributes: { email: user.email } } } as never); // ~> contact.email klaviyo
});

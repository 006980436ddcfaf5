import rudderClient from '@rudderstack/rudder-sdk-react-native';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; orgId: string; pushToken: string; advertisingId: string; deviceId: string; plan: string }

auth.on('login', async (user: User) => {
  await rudderClient.setup('key', { dataPlaneUrl: 'https://hosted.rudderlabs.com', autoCollectAdvertId: true });
  await rudderClient.identify(user.id, { email: user.email }); // ~> identifier.user_id rudderstack, contact.email rudderstack
  await rudderClient.track('Opened', { phone: user.phone }); // ~> contact.phone rudderstack
  await rudderClient.screen('Account', { email: user.email }); // ~> contact.email rudderstack
  await rudderClient.group(user.orgId, { contact: user.email }); // ~> identifier.org_id rudderstack, contact.email rudderstack
  await rudderClient.alias(user.id); // ~> identifier.user_id rudderstack
  await rudderClient.putDeviceToken(user.pushToken); // ~> identifier.push_token rudderstack
  await rudderClient.putAdvertisingId(user.advertisingId); // ~> identifier.advertising_id rudderstack
  await rudderClient.setAdvertisingId(user.advertisingId, 'none'); // ~> identifier.advertising_id rudderstack
  await rudderClient.putAnonymousId(user.deviceId); // ~> identifier.device_id rudderstack
  await rudderClient.setAnonymousId(user.deviceId); // ~> identifier.device_id rudderstack
  await rudderClient.track('Plan chosen', { plan: user.plan });
});

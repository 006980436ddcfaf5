import OTPublishersNativeSDK from 'react-native-onetrust-cmp';
import { auth } from '@acme/auth';

auth.on('login', async (user: { id: string; email: string; country: string }) => {
  await OTPublishersNativeSDK.startSDK('cdn.cookielaw.org', 'd1', 'en', { profileSyncParams: { identifier: user.id }, countryCode: user.country }, true); // ~> identifier.user_id onetrust, location.country onetrust
  await OTPublishersNativeSDK.startSDK('cdn.cookielaw.org', 'd1', 'en', { profileSyncParams: { identifier: user.email } }, true); // ~> contact.email onetrust
});

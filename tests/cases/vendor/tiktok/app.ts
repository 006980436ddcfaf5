import TiktokPixel from 'tiktok-pixel';
import { EventCallbackApi } from 'tiktok-business-api-sdk-official';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

const events = new EventCallbackApi();

auth.on('login', (user: User) => {
  TiktokPixel.init('C1', { email: user.email }); // ~> contact.email tiktok
  TiktokPixel.track('Lead', { phone_number: user.phone }); // ~> contact.phone tiktok
  events.pixelTrack('token', { body: { context: { user: { email: user.email } } } }, () => {}); // ~> contact.email tiktok
});

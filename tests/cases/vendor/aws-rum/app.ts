import { AwsRum } from 'aws-rum-web';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

const rum = new AwsRum('id', '1.0.0', 'eu-west-1', { allowCookies: true, telemetries: ['errors'] });

auth.on('login', (user: User) => {
  rum.addSessionAttributes({ userId: user.id, plan: user.plan }); // ~> identifier.user_id aws-rum
  rum.recordEvent('login', { email: user.email }); // ~> contact.email aws-rum
  rum.recordError(`no account for ${user.email}`); // ~> contact.email aws-rum
  rum.recordPageView({ pageId: '/account', pageAttributes: { phone: user.phone } }); // ~> contact.phone aws-rum
  rum.disable();
});

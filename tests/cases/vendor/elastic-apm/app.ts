import { init as initApm } from '@elastic/apm-rum';
import { auth } from '@acme/auth';

interface User { id: string; email: string; username: string; phone: string; plan: string }

const apm = initApm({ serviceName: 'web', serverUrl: 'https://x.apm.eu-west-1.aws.elastic-cloud.com' });

auth.on('login', (user: User, error: Error) => {
  apm.setUserContext({ id: user.id, email: user.email, username: user.username }); // ~> identifier.user_id elastic-apm, contact.email elastic-apm, identity.username elastic-apm
  apm.setCustomContext({ phone: user.phone, plan: user.plan }); // ~> contact.phone elastic-apm
  apm.addLabels({ email: user.email }); // ~> contact.email elastic-apm
  apm.captureError(error, { labels: { phone: user.phone } }); // ~> contact.phone elastic-apm
  apm.captureError(error);
});

import SplunkRum from '@splunk/otel-web';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

auth.on('login', (user: User) => {
  SplunkRum.init({ realm: 'eu0', rumAccessToken: 'x', globalAttributes: { 'enduser.id': user.id } }); // ~> identifier.user_id splunk
  SplunkRum.setGlobalAttributes({ email: user.email, plan: user.plan }); // ~> contact.email splunk
  SplunkRum.reportError(`no account for ${user.email}`); // ~> contact.email splunk
  SplunkRum.reportError(new Error('denied'), { phone: user.phone }); // ~> contact.phone splunk
});

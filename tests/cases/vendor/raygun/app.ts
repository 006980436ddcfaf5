import rg4js from 'raygun4js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; phone: string; plan: string }

rg4js('apiKey', 'x');
rg4js('enableCrashReporting', true);

auth.on('login', (user: User, error: Error) => {
  rg4js('setUser', { identifier: user.id, email: user.email, fullName: user.name }); // ~> identifier.user_id raygun, contact.email raygun, identity.name raygun
  rg4js('withCustomData', { phone: user.phone, plan: user.plan }); // ~> contact.phone raygun
  rg4js('send', { error, customData: { email: user.email } }); // ~> contact.email raygun
  rg4js('recordBreadcrumb', 'login', { email: user.email }); // ~> contact.email raygun
  rg4js('setVersion', '1.0.0');
});

import ReactPixel from 'react-facebook-pixel';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; firstName: string; plan: string }

auth.on('login', (user: User) => {
  ReactPixel.init('123', { em: user.email, fn: user.firstName }, { autoConfig: false, debug: false }); // ~> contact.email meta, identity.first_name meta
  ReactPixel.track('Lead', { email: user.email }); // ~> contact.email meta
  ReactPixel.trackCustom('Login', { phone: user.phone }); // ~> contact.phone meta
  ReactPixel.trackSingle('123', 'Lead', { email: user.email }); // ~> contact.email meta
  ReactPixel.trackSingleCustom('123', 'Login', { email: user.email }); // ~> contact.email meta
  ReactPixel.fbq('track', 'Lead', { email: user.email }); // ~> contact.email meta
  ReactPixel.fbq('init', '123', { external_id: user.id }); // ~> identifier.user_id meta
  ReactPixel.track('Purchase', { currency: 'EUR', value: 10 });
  ReactPixel.pageView();
});

import Countly from 'countly-sdk-web';
import { auth } from '@acme/auth';

interface User { id: string; email: string; fullName: string; phone: string; city: string }

Countly.init({ app_key: 'key', url: 'https://acme.count.ly' });
Countly.track_pageview();

auth.on('login', (user: User) => {
  Countly.change_id(user.id, true); // ~> identifier.user_id countly
  Countly.user_details({ name: user.fullName, email: user.email, custom: { plan: 'gold' } }); // ~> identity.name countly, contact.email countly
  Countly.add_event({ key: 'login', segmentation: { phone: user.phone } }); // ~> contact.phone countly
  Countly.userData.set('city', user.city); // ~> location.city countly
  Countly.add_event({ key: 'plan', count: 1 });
});

import Countly from 'countly-sdk-nodejs';
import { queue } from '@acme/queue';

interface User { id: string; email: string; ip: string }

queue.on('order', (user: User) => {
  Countly.init({ app_key: 'key', url: 'https://acme.count.ly', ip_address: user.ip }); // ~> identifier.ip_address countly
  Countly.user_details({ email: user.email }); // ~> contact.email countly
  Countly.change_id(user.id, true); // ~> identifier.user_id countly
});

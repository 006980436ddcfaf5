import umami, { Umami } from '@umami/node';
import { queue } from '@acme/queue';

interface User { id: string; email: string; phone: string }

umami.init({ websiteId: '1', hostUrl: 'https://cloud.umami.is' });
const client = new Umami({ websiteId: '1', hostUrl: 'https://cloud.umami.is' });

queue.on('order', (user: User) => {
  umami.track('order', { email: user.email }); // ~> contact.email umami
  client.track('order', { phone: user.phone }); // ~> contact.phone umami
  client.identify({ email: user.email }); // ~> contact.email umami
});

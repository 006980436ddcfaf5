import ua from 'universal-analytics';
import { queue } from '@acme/queue';

interface User { id: string; email: string }

queue.on('order', (user: User) => {
  const visitor = ua('UA-1', { uid: user.id }); // ~> identifier.user_id google-analytics
  visitor.event('orders', 'placed', user.email).send(); // ~> contact.email google-analytics
  visitor.set('uid', user.id); // ~> identifier.user_id google-analytics
  visitor.pageview({ dp: '/', email: user.email }).send(); // ~> contact.email google-analytics
});

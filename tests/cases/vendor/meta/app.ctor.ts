import bizSdk, { UserData } from 'facebook-nodejs-business-sdk';
import { bus } from '@acme/bus';

interface User { id: string; email: string; phone: string }

bus.on('order', (user: User) => {
  new UserData(user.email, user.phone); // ~> contact.email meta, contact.phone meta
  new bizSdk.UserData(user.email); // ~> contact.email meta
});

import ReactPixel from 'react-twitter-pixel';
import { auth } from '@acme/auth';

interface User { id: string; email: string }

auth.on('login', (user: User) => {
  ReactPixel.init('o1', { email: user.email }); // ~> contact.email x-ads
  ReactPixel.track('Lead', { email: user.email }); // ~> contact.email x-ads
});

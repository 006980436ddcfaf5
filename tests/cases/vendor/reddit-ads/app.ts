import RedditPixel from 'react-reddit-pixel';
import { auth } from '@acme/auth';

interface User { id: string; email: string }

RedditPixel.init('t2_1');

auth.on('login', (user: User) => {
  RedditPixel.rdt('track', 'SignUp', { email: user.email }); // ~> contact.email reddit-ads
});

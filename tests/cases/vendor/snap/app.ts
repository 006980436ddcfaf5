import ReactPixel from 'react-snapchat-pixel';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

auth.on('login', (user: User) => {
  ReactPixel.init('1', { user_email: user.email }); // ~> contact.email snap
  ReactPixel.track('SIGN_UP', { user_phone_number: user.phone }); // ~> contact.phone snap
});

import ReactPinterestTag from 'react-pinterest-tag';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

auth.on('login', (user: User) => {
  ReactPinterestTag.init('1', user.email); // ~> contact.email pinterest
  ReactPinterestTag.track('lead', { phone: user.phone }); // ~> contact.phone pinterest
});

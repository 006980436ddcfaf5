import { Taboola, TBLClassicPage } from '@taboola/react-native-plugin-3x';
import { auth } from '@acme/auth';

interface User { id: string }

Taboola.init('publisher');

auth.on('login', (user: User) => {
  const page = new TBLClassicPage('https://acme.org', 'article');
  page.setUserId(user.id); // ~> identifier.user_id taboola
});

import { auth } from '@acme/auth';
import { store } from '@acme/store';

function report(gtag, user) {
  gtag('set', { user_id: user.id, email: user.email });
}

auth.on('login', (user) => report(store.update, user));

import { init, track } from '@plausible-analytics/tracker';
import Plausible from 'plausible-tracker';
import { usePlausible } from 'next-plausible';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

init({ domain: 'acme.org', formSubmissions: true });
const older = Plausible({ domain: 'acme.org' });

auth.on('login', (user: User) => {
  track('login', { props: { email: user.email } }); // ~> contact.email plausible
  track('login', { props: { method: 'password' } });
  older.trackEvent('login', { props: { phone: user.phone } }); // ~> contact.phone plausible
  older.trackPageview({ url: `https://acme.org/?email=${user.email}` }); // ~> contact.email plausible
});

export function Button({ user }: { user: User }) {
  const plausible = usePlausible();
  return plausible('bought', { props: { email: user.email } }); // ~> contact.email plausible
}

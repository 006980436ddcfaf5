import { GrowthBook } from '@growthbook/growthbook';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

const gb = new GrowthBook({ apiHost: 'https://cdn.growthbook.io', clientKey: 'x' });

auth.on('login', (user: User) => {
  gb.setAttributes({ id: user.id, email: user.email });
  gb.isOn('new-login');
  gb.logEvent('login', { phone: user.phone }); // ~> contact.phone growthbook
});

import { createCheckout, createCustomer } from '@lemonsqueezy/lemonsqueezy.js';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

inbox.on('line', async (user: User) => {
  await createCustomer('store', { name: user.name, email: user.email }); // ~> contact.email lemon-squeezy, identity.name lemon-squeezy
  await createCheckout('store', 'variant', { checkoutData: { name: user.name, email: user.email } }); // ~> contact.email lemon-squeezy, identity.name lemon-squeezy
});

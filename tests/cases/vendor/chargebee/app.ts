import Chargebee from 'chargebee';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

const chargebee = new Chargebee({ site: 'a', apiKey: 'b' });

inbox.on('line', async (user: User) => {
  await chargebee.customer.create({ email: user.email, phone: user.phone }); // ~> contact.email chargebee, contact.phone chargebee
  await chargebee.customer.updateBillingInfo('1', { billing_address: { email: user.email } }); // ~> contact.email chargebee
  await chargebee.hostedPage.checkoutNewForItems({ customer: { email: user.email } }); // ~> contact.email chargebee
});

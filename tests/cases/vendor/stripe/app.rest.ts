import Stripe from 'stripe';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; ip: string; plan: string }

const stripe = new Stripe('key');

inbox.on('dispute', async (user: User) => {
  await stripe.disputes.update('1', { evidence: { customer_name: user.name, customer_email_address: user.email, customer_purchase_ip: user.ip } }); // ~> contact.email stripe, identifier.ip_address stripe, identity.name stripe
  await stripe.tax.calculations.create({ currency: 'eur', line_items: [], customer_details: { ip_address: user.ip } }); // ~> identifier.ip_address stripe
  await stripe.issuing.cards.create({ currency: 'eur', type: 'physical', shipping: { name: user.name, address: {} } }); // ~> identity.name stripe
});

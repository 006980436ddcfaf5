import Stripe from 'stripe';
import { shop } from '@acme/shop';

interface User { id: string; email: string; name: string; phone: string; address: string; birthday: string; iban: string; plan: string }
interface Card { cardNumber: string; cvc: string }

const stripe = new Stripe(process.env.STRIPE_KEY ?? '');

shop.on('order', async (user: User, card: Card, upload: { stream: Blob }) => {
  await stripe.customers.create({ email: user.email, name: user.name, phone: user.phone, metadata: { plan: user.plan } }); // ~> contact.email stripe, contact.phone stripe, identity.name stripe
  await stripe.customers.update('cus_1', { address: { line1: user.address } }); // ~> contact.address stripe
  await stripe.customers.list({ email: user.email, limit: 1 }); // ~> contact.email stripe
  await stripe.paymentIntents.create({ amount: 100, currency: 'eur', receipt_email: user.email }); // ~> contact.email stripe
  await stripe.paymentIntents.confirm('pi_1', { shipping: { name: user.name, address: { line1: user.address } } }); // ~> contact.address stripe, identity.name stripe
  await stripe.paymentMethods.create({ type: 'card', card: { number: card.cardNumber, cvc: card.cvc, exp_month: 1, exp_year: 2030 } }); // ~> financial.card_cvv stripe, financial.card_number stripe
  await stripe.checkout.sessions.create({ mode: 'payment', customer_email: user.email, client_reference_id: user.id }); // ~> contact.email stripe, identifier.user_id stripe
  await stripe.subscriptions.create({ customer: 'cus_1', metadata: { email: user.email } }); // ~> contact.email stripe
  await stripe.charges.create({ amount: 100, currency: 'eur', receipt_email: user.email }); // ~> contact.email stripe
  await stripe.accounts.createPerson('acct_1', { email: user.email, phone: user.phone }); // ~> contact.email stripe, contact.phone stripe
  await stripe.accounts.createExternalAccount('acct_1', { external_account: user.iban }); // ~> financial.bank_account stripe
  await stripe.tokens.create({ bank_account: { account_number: user.iban } }); // ~> financial.bank_account stripe
  await stripe.files.create({ purpose: 'identity_document', file: upload.stream }); // ~> content.file stripe
  await stripe.invoiceItems.create({ customer: 'cus_1', amount: 100, description: `Plan of ${user.email}` }); // ~> contact.email stripe
  await stripe.setupIntents.create({ customer: 'cus_1', metadata: { userId: user.id } }); // ~> identifier.user_id stripe
  await stripe.products.create({ name: user.plan });
});

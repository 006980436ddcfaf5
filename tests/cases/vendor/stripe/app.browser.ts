import { loadStripe } from '@stripe/stripe-js';
import { shop } from '@acme/shop';

interface User { id: string; email: string; name: string; phone: string; iban: string; plan: string }

shop.on('pay', async (user: User, secret: string, card: any) => {
  const stripe = await loadStripe('pk_1');
  if (!stripe) return;
  const elements = stripe.elements({ clientSecret: secret });
  elements.create('payment', { defaultValues: { billingDetails: { email: user.email, name: user.name } } }); // ~> contact.email stripe, identity.name stripe
  await stripe.confirmPayment({ elements, confirmParams: { return_url: '/done', receipt_email: user.email } }); // ~> contact.email stripe
  await stripe.confirmCardPayment(secret, { payment_method: { card, billing_details: { name: user.name, phone: user.phone } } }); // ~> contact.phone stripe, identity.name stripe
  await stripe.createPaymentMethod({ type: 'card', card, billing_details: { email: user.email } }); // ~> contact.email stripe
  await stripe.createToken('bank_account', { account_number: user.iban, country: 'DE', currency: 'eur' }); // ~> financial.bank_account stripe
  await stripe.createToken(card, { name: user.name }); // ~> identity.name stripe
});

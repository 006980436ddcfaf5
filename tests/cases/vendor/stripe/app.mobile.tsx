import { confirmPayment, createToken, initPaymentSheet, useStripe } from '@stripe/stripe-react-native';
import { shop } from '@acme/shop';

interface User { id: string; email: string; name: string; phone: string; iban: string; plan: string }

shop.on('pay', async (user: User, secret: string) => {
  await initPaymentSheet({ merchantDisplayName: 'Acme', defaultBillingDetails: { email: user.email, name: user.name } }); // ~> contact.email stripe, identity.name stripe
  await confirmPayment(secret, { paymentMethodType: 'Card', paymentMethodData: { billingDetails: { phone: user.phone } } }); // ~> contact.phone stripe
  await createToken({ type: 'BankAccount', accountNumber: user.iban, country: 'DE', currency: 'eur' }); // ~> financial.bank_account stripe
});

export function PayButton({ user, secret }: { user: User; secret: string }) {
  const { confirmPayment: confirm } = useStripe();
  const pay = () => confirm(secret, { paymentMethodType: 'Card', paymentMethodData: { billingDetails: { email: user.email } } }); // ~> contact.email stripe
  return <button onClick={pay}>Pay</button>;
}

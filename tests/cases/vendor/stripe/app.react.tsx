import { Elements, LinkAuthenticationElement, PaymentElement, useElements, useStripe } from '@stripe/react-stripe-js';

interface User { id: string; email: string; name: string; phone: string; plan: string }

export function Checkout({ user, secret }: { user: User; secret: string }) {
  const stripe = useStripe();
  const elements = useElements();
  const pay = async () => {
    await stripe?.confirmPayment({ elements, clientSecret: secret, confirmParams: { payment_method_data: { billing_details: { name: user.name } }, return_url: '/' } }); // ~> identity.name stripe
  };
  return (
    <Elements stripe={null}>
      <LinkAuthenticationElement
        options={{ defaultValues: { email: user.email } }} // ~> contact.email stripe
      />
      <PaymentElement
        options={{ defaultValues: { billingDetails: { phone: user.phone } } }} // ~> contact.phone stripe
      />
      <button onClick={pay}>Pay</button>
    </Elements>
  );
}

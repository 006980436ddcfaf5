document.addEventListener('pay', async (event) => {
  const { user, secret, card } = event.detail;
  const stripe = Stripe('pk_1');
  await stripe.confirmCardPayment(secret, { payment_method: { card, billing_details: { email: user.email } } }); // ~> contact.email stripe
  await stripe.createPaymentMethod({ type: 'card', card, billing_details: { phone: user.phone } }); // ~> contact.phone stripe
});

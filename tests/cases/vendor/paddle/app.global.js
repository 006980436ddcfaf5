import { auth } from '@acme/auth';

auth.on('login', (user) => {
  Paddle.Checkout.open({ items: [], customer: { email: user.email } }); // ~> contact.email paddle
});

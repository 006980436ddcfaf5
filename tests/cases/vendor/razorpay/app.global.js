import { auth } from '@acme/auth';

auth.on('login', (user) => {
  new Razorpay({ key: 'a', prefill: { email: user.email, contact: user.phone } }).open(); // ~> contact.email razorpay, contact.phone razorpay
});

import Razorpay from 'razorpay';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

const razorpay = new Razorpay({ key_id: 'a', key_secret: 'b' });

inbox.on('line', async (user: User) => {
  await razorpay.customers.create({ name: user.name, email: user.email, contact: user.phone }); // ~> contact.email razorpay, contact.phone razorpay, identity.name razorpay
  await razorpay.paymentLink.create({ amount: 1, customer: { name: user.name, email: user.email } }); // ~> contact.email razorpay, identity.name razorpay
  await razorpay.orders.create({ amount: 1, currency: 'INR', notes: { email: user.email } }); // ~> contact.email razorpay
});

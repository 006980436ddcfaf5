import braintree from 'braintree';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }

const gateway = new braintree.BraintreeGateway({ environment: braintree.Environment.Sandbox });

inbox.on('line', async (user: User) => {
  await gateway.customer.create({ firstName: 'A', email: user.email, phone: user.phone }); // ~> contact.email braintree, contact.phone braintree
  await gateway.customer.update('1', { email: user.email }); // ~> contact.email braintree
  await gateway.transaction.sale({ amount: '1', customerId: user.id, customer: { email: user.email } }); // ~> contact.email braintree, identifier.user_id braintree
  await gateway.paymentMethod.create({ customerId: user.id, paymentMethodNonce: 'a' }); // ~> identifier.user_id braintree
});

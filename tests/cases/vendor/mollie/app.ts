import createMollieClient from '@mollie/api-client';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; fullName: string; phone: string; dateOfBirth: string; iban: string }
interface Line { text: string; file: Blob }

const mollie = createMollieClient({ apiKey: process.env.MOLLIE_API_KEY });

inbox.on('line', async (user: User, line: Line) => {
  await mollie.customers.create({ name: user.name, email: user.email }); // ~> identity.name mollie, contact.email mollie
  await mollie.payments.create({ amount: {}, billingEmail: user.email }); // ~> contact.email mollie
  await mollie.orders.create({ amount: {}, billingAddress: { phone: user.phone } }); // ~> contact.phone mollie
  await mollie.customerMandates.create({ customerId: 'cst_1', consumerAccount: user.iban }); // ~> financial.bank_account mollie
});

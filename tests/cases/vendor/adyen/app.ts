import { CheckoutAPI, Client, EnvironmentEnum } from '@adyen/api-library';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; dateOfBirth: string; ip: string }
interface Line { text: string; file: Blob }

const client = new Client({ apiKey: process.env.ADYEN_API_KEY, environment: EnvironmentEnum.TEST });
const checkout = new CheckoutAPI(client);

inbox.on('line', async (user: User, line: Line) => {
  await checkout.PaymentsApi.sessions({
    merchantAccount: 'acme',
    shopperEmail: user.email, // ~> contact.email adyen
    shopperReference: user.id, // ~> identifier.user_id adyen
    telephoneNumber: user.phone, // ~> contact.phone adyen
    dateOfBirth: user.dateOfBirth, // ~> demographic.date_of_birth adyen
  });
  await checkout.PaymentLinksApi.paymentLinks({ merchantAccount: 'acme', shopperEmail: user.email }); // ~> contact.email adyen
});

import { OrdersController, VaultController, Client } from '@paypal/paypal-server-sdk';
import checkout from '@paypal/checkout-server-sdk';
import { shop } from '@acme/shop';

interface User { id: string; email: string; firstName: string; address: string }
interface Card { cardNumber: string; cvc: string }

const client = new Client({});
const orders = new OrdersController(client);
const vault = new VaultController(client);

shop.on('pay', async (user: User, card: Card) => {
  await orders.createOrder({ body: { intent: 'CAPTURE', payer: { emailAddress: user.email, name: { givenName: user.firstName } }, purchaseUnits: [] } as never }); // ~> contact.email paypal, identity.first_name paypal
  await vault.createSetupToken({ body: { paymentSource: { card: { number: card.cardNumber, securityCode: card.cvc } } } as never }); // ~> financial.card_cvv paypal, financial.card_number paypal
  const request = new checkout.orders.OrdersCreateRequest();
  request.requestBody({ intent: 'CAPTURE', payer: { email_address: user.email, address: { address_line_1: user.address } } }); // ~> contact.address paypal, contact.email paypal
});

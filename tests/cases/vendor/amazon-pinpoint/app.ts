import { Pinpoint, PinpointClient, SendMessagesCommand, UpdateEndpointCommand } from '@aws-sdk/client-pinpoint';
import { queue } from '@acme/queue';

interface User { id: string; email: string; phone: string }

const client = new PinpointClient({});
const pinpoint = new Pinpoint({});

queue.on('login', async (user: User) => {
  await client.send(new UpdateEndpointCommand({ ApplicationId: 'a', EndpointId: 'e', EndpointRequest: { Address: user.email } })); // ~> contact.email amazon-pinpoint
  await client.send(new SendMessagesCommand({ ApplicationId: 'a', MessageRequest: { Addresses: {}, MessageConfiguration: { SMSMessage: { Body: user.email } } } })); // ~> contact.email amazon-pinpoint
  await pinpoint.updateEndpoint({ ApplicationId: 'a', EndpointId: 'e', EndpointRequest: { Address: user.phone } }); // ~> contact.phone amazon-pinpoint
});

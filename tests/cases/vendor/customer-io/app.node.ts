import { Analytics } from '@customerio/cdp-analytics-node';
import { APIClient, SendEmailRequest, TrackClient } from 'customerio-node';
import { auth } from '@acme/auth';

interface User { id: string; email: string; firstName: string; phone: string; pushToken: string; plan: string }

const cdp = new Analytics({ writeKey: 'key' });
const track = new TrackClient('site', 'key');
const api = new APIClient('key');

auth.on('login', async (user: User) => {
  cdp.identify({ userId: user.id, traits: { email: user.email } }); // ~> contact.email customer-io, identifier.user_id customer-io
  cdp.track({ userId: user.id, event: 'signed_in', properties: { phone: user.phone } }); // ~> contact.phone customer-io, identifier.user_id customer-io
  await track.identify(user.id, { email: user.email, first_name: user.firstName }); // ~> contact.email customer-io, identifier.user_id customer-io, identity.first_name customer-io
  await track.track(user.id, { name: 'signed_in', data: { phone: user.phone } }); // ~> contact.phone customer-io, identifier.user_id customer-io
  await track.addDevice(user.id, user.pushToken, 'ios'); // ~> identifier.push_token customer-io, identifier.user_id customer-io
  await track.suppress(user.id); // ~> identifier.user_id customer-io
  await api.sendEmail(new SendEmailRequest({ to: user.email, transactional_message_id: '1', identifiers: { id: user.id } })); // ~> contact.email customer-io, identifier.user_id customer-io
  await api.getCustomersByEmail(user.email); // ~> contact.email customer-io
  await track.track('1', { name: 'plan_chosen', data: { plan: user.plan } });
});

import mailchimp from '@mailchimp/mailchimp_marketing';
import mailchimpTransactional from '@mailchimp/mailchimp_transactional';
import mandrill from 'mandrill-api/mandrill';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; firstName: string; phone: string; plan: string }

mailchimp.setConfig({ apiKey: process.env.MAILCHIMP_API_KEY, server: 'us1' });
const tx = mailchimpTransactional('key');
const old = new mandrill.Mandrill('key');

inbox.on('signup', async (user: User) => {
  await mailchimp.lists.addListMember('l1', { email_address: user.email, status: 'subscribed', merge_fields: { FNAME: user.firstName } }); // ~> contact.email mailchimp, identity.first_name mailchimp
  await mailchimp.lists.setListMember('l1', 'h1', { email_address: user.email, status_if_new: 'pending' }); // ~> contact.email mailchimp
  await mailchimp.lists.updateListMember('l1', 'h1', { merge_fields: { PHONE: user.phone } }); // ~> contact.phone mailchimp
  await mailchimp.lists.createListMemberEvent('l1', 'h1', { name: 'signup', properties: { email: user.email } }); // ~> contact.email mailchimp
  await mailchimp.lists.batchListMembers('l1', { members: [{ email_address: user.email, status: 'subscribed' }] }); // ~> contact.email mailchimp
  await mailchimp.customerJourneys.trigger(1, 2, { email_address: user.email }); // ~> contact.email mailchimp
  await mailchimp.ecommerce.addStoreCustomer('s1', { id: user.id, email_address: user.email, opt_in_status: true }); // ~> contact.email mailchimp, identifier.user_id mailchimp
  await mailchimp.searchMembers.search(user.email); // ~> contact.email mailchimp
  await tx.messages.send({ message: { to: [{ email: user.email, type: 'to' }], subject: 'Welcome', text: 'Hello' } }); // ~> contact.email mailchimp
  await tx.messages.sendTemplate({ template_name: 'welcome', template_content: [], message: { to: [{ email: user.email }] } }); // ~> contact.email mailchimp
  old.messages.send({ message: { to: [{ email: user.email }], text: `Hello ${user.firstName}` } }); // ~> contact.email mailchimp, identity.first_name mailchimp
  await mailchimp.lists.createSegment('l1', { name: user.plan, static_segment: [] });
});

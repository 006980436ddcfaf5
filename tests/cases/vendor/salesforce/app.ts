import jsforce, { Connection } from 'jsforce';
import { auth } from '@acme/auth';

interface User { id: string; email: string; firstName: string; lastName: string; phone: string; plan: string }

const conn = new jsforce.Connection({ loginUrl: 'https://login.salesforce.com' });
const other = new Connection({});

auth.on('signup', async (user: User, comment: { text: string }) => {
  await conn.sobject('Contact').create({ FirstName: user.firstName, LastName: user.lastName, Email: user.email }); // ~> contact.email salesforce, identity.first_name salesforce, identity.last_name salesforce
  await conn.sobject('Contact').update({ Id: '1', Phone: user.phone }); // ~> contact.phone salesforce
  await conn.create('Lead', { Email: user.email, Company: 'Acme' }); // ~> contact.email salesforce
  await conn.query(`SELECT Id FROM Contact WHERE Email = '${user.email}'`); // ~> contact.email salesforce
  await conn.apex.post('/signup', { email: user.email }); // ~> contact.email salesforce
  await other.sobject('Case').create({ SuppliedEmail: user.email, Description: comment.text }); // ~> contact.email salesforce, content.free_text salesforce
  await conn.sobject('Plan__c').create({ Kind__c: user.plan });
});

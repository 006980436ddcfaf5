import { Configuration, DealsApi, PersonsApi } from 'pipedrive/v2';
import { NotesApi } from 'pipedrive/v1';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; phone: string; plan: string }

const config = new Configuration({ apiKey: 'key' });
const persons = new PersonsApi(config);
const deals = new DealsApi(config);
const notes = new NotesApi(config as never);

auth.on('signup', async (user: User, comment: { text: string }) => {
  await persons.addPerson({ AddPersonRequest: { name: user.name, emails: [{ value: user.email, primary: true }] } }); // ~> contact.email pipedrive, identity.name pipedrive
  await persons.updatePerson({ id: 1, UpdatePersonRequest: { phones: [{ value: user.phone }] } }); // ~> contact.phone pipedrive
  await deals.addDeal({ AddDealRequest: { title: `Deal with ${user.email}` } }); // ~> contact.email pipedrive
  await notes.addNote({ AddNoteRequest: { content: comment.text } }); // ~> content.free_text pipedrive
  await deals.addDeal({ AddDealRequest: { title: user.plan } }); // ~> work.job_title pipedrive
});

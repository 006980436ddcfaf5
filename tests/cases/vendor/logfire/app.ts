import * as logfire from '@pydantic/logfire-node';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; fullName: string; phone: string; dateOfBirth: string; iban: string }
interface Line { text: string; file: Blob }

inbox.on('line', async (user: User, line: Line) => {
  logfire.info('signup', { email: user.email }); // ~> contact.email logfire
  logfire.span('signup', { attributes: { phone: user.phone }, callback: () => 1 }); // ~> contact.phone logfire
  logfire.withTags('account').warning('no mail', { userId: user.id }); // ~> identifier.user_id logfire
});

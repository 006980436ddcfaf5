import moengage from '@moengage/web-sdk';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; fullName: string; phone: string; dateOfBirth: string; iban: string }
interface Line { text: string; file: Blob }

inbox.on('line', async (user: User, line: Line) => {
  moengage.add_unique_user_id(user.id); // ~> identifier.user_id moengage
  moengage.add_email(user.email); // ~> contact.email moengage
  moengage.add_user_attribute('phone', user.phone); // ~> contact.phone moengage
  moengage.track_event('Signed up', { email: user.email }); // ~> contact.email moengage
  window.Moengage.add_mobile(user.phone); // ~> contact.phone moengage
});

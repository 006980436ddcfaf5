import ReactMoE, { MoEProperties } from 'react-native-moengage';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; fullName: string; phone: string; dateOfBirth: string; iban: string }
interface Line { text: string; file: Blob }

inbox.on('line', async (user: User, line: Line) => {
  ReactMoE.identifyUser(user.id); // ~> identifier.user_id moengage
  ReactMoE.setUserEmailID(user.email); // ~> contact.email moengage
  ReactMoE.setUserBirthday(user.dateOfBirth); // ~> demographic.date_of_birth moengage
  const properties = new MoEProperties();
  properties.addAttribute('contact', user.email); // ~> contact.email moengage
  ReactMoE.trackEvent('Signed up', properties);
});

import DescopeClient from '@descope/node-sdk';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; dateOfBirth: string; ip: string }
interface Line { text: string; file: Blob }

const descope = DescopeClient({ projectId: 'p', managementKey: process.env.DESCOPE_MANAGEMENT_KEY });

inbox.on('line', async (user: User, line: Line) => {
  await descope.management.user.create('login', { email: user.email, displayName: user.name }); // ~> contact.email descope, identity.name descope
  await descope.management.user.invite('login', user.email, user.phone, user.name); // ~> contact.email descope, contact.phone descope, identity.name descope
  await descope.management.user.updatePhone('login', user.phone, true); // ~> contact.phone descope
  await descope.otp.signUp.email(user.email, { name: user.name }); // ~> contact.email descope, identity.name descope
  await descope.magicLink.signUp.sms(user.phone, 'https://acme.example', { name: user.name }); // ~> contact.phone descope, identity.name descope
  await descope.password.signIn(user.email, 'secret'); // ~> contact.email descope
});

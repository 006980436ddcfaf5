import { initialize, track, trackPurchase, updateUser, updateUserEmail } from '@iterable/web-sdk';
import { auth } from '@acme/auth';

interface User { id: string; email: string; firstName: string; phone: string; plan: string }

const { setEmail, setUserID } = initialize('key', async () => 'jwt');

auth.on('login', async (user: User) => {
  await setEmail(user.email); // ~> contact.email iterable
  await setUserID(user.id); // ~> identifier.user_id iterable
  await updateUser({ dataFields: { firstName: user.firstName, plan: user.plan } }); // ~> identity.first_name iterable
  await updateUserEmail(user.email); // ~> contact.email iterable
  await track({ eventName: 'signed_in', dataFields: { phone: user.phone } }); // ~> contact.phone iterable
  await trackPurchase({ items: [], total: 1, user: { email: user.email } }); // ~> contact.email iterable
  await track({ eventName: 'plan_chosen', dataFields: { plan: user.plan } });
});

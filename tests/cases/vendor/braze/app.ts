import * as braze from '@braze/web-sdk';
import { changeUser, getUser } from '@braze/web-sdk';
import { auth } from '@acme/auth';

interface User { id: string; email: string; firstName: string; lastName: string; phone: string; city: string; plan: string }

braze.initialize('key', { baseUrl: 'sdk.fra-02.braze.eu' });

auth.on('login', (user: User, position: GeolocationPosition) => {
  braze.changeUser(user.id); // ~> identifier.user_id braze
  braze.getUser()?.setEmail(user.email); // ~> contact.email braze
  braze.getUser()?.setFirstName(user.firstName); // ~> identity.first_name braze
  braze.getUser()?.setLastName(user.lastName); // ~> identity.last_name braze
  braze.getUser()?.setPhoneNumber(user.phone); // ~> contact.phone braze
  braze.getUser()?.setHomeCity(user.city); // ~> location.city braze
  braze.getUser()?.setLastKnownLocation(position.coords.latitude, position.coords.longitude); // ~> location.precise braze
  braze.getUser()?.setCustomUserAttribute('email_work', user.email); // ~> contact.email braze
  braze.logCustomEvent('signed_in', { email: user.email }); // ~> contact.email braze
  braze.logPurchase('p1', 10, 'EUR', 1, { phone: user.phone }); // ~> contact.phone braze
  changeUser(user.id); // ~> identifier.user_id braze
  getUser()?.addAlias(user.email, 'email'); // ~> contact.email braze
  braze.logCustomEvent('plan_chosen', { plan: user.plan });
});

import { Dynatrace } from '@dynatrace/react-native-plugin';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

auth.on('login', (user: User) => {
  Dynatrace.identifyUser(user.id); // ~> identifier.user_id dynatrace
  Dynatrace.sendBizEvent('login', { email: user.email }); // ~> contact.email dynatrace
  const action = Dynatrace.enterAutoAction('login');
  action.reportStringValue('phone', user.phone); // ~> contact.phone dynatrace
  action.leaveAction();
});

import { KochavaTracker, KochavaTrackerEvent } from 'react-native-kochava-tracker';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; username: string }

auth.on('login', (user: User) => {
  KochavaTracker.instance.registerIdentityLink('User ID', user.id); // ~> identifier.user_id kochava
  KochavaTracker.instance.registerIdentityLink('Email', user.email); // ~> contact.email kochava
  KochavaTracker.instance.sendEventWithDictionary('login', { phone: user.phone }); // ~> contact.phone kochava
  const event = new KochavaTrackerEvent('Registration Complete');
  event.setUserName(user.username); // ~> identity.username kochava
  event.setCustomStringValue('email', user.email); // ~> contact.email kochava
  event.send();
});

import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

auth.on('login', (user) => {
  const traits = {
    $email: user.email,
    $name: user.name, // ~> identity.name mixpanel
  };
  delete traits.$email;
  mixpanel.people.set(traits);
});

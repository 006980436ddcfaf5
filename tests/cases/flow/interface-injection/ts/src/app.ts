import { auth } from '@acme/auth';
import { LoginService, type User } from './login-service';
import { MixpanelAdapter } from './mixpanel-adapter';

const service = new LoginService(new MixpanelAdapter());

auth.on('login', (user: User) => {
  service.login(user); // ~> contact.email mixpanel
});

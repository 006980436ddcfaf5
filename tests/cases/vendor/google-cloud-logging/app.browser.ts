import StackdriverErrorReporter from 'stackdriver-errors-js';
import { auth } from '@acme/auth';

interface User { id: string; email: string }

const errors = new StackdriverErrorReporter();
errors.start({ key: 'x', projectId: 'acme' });

auth.on('login', (user: User) => {
  errors.setUser(user.id); // ~> identifier.user_id google-cloud-logging
  errors.report(`no account for ${user.email}`); // ~> contact.email google-cloud-logging
});

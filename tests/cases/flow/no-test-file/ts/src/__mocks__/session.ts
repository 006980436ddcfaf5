import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

auth.on('login', (user: { email: string }) => mixpanel.people.set({ $email: user.email }));

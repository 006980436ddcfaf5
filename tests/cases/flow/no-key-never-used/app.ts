import { auth } from '@acme/auth';
import { db } from '@acme/db';

interface User { id: string; email: string; name: string; plan: string }

export const MIXPANEL_TOKEN = process.env.MIXPANEL_TOKEN;
export const SENTRY_DSN = 'https://key@o1.ingest.sentry.io/1';

auth.on('login', (user: User) => db.insert('logins', { email: user.email }));

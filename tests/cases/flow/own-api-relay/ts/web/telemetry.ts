import { auth } from '@acme/auth';

interface User { id: string; email: string }

auth.on('login', (user: User) => {
  void fetch('/telemetry/identify', { method: 'POST', body: JSON.stringify({ email: user.email }) });
});

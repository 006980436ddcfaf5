import { auth } from '@acme/auth';

interface User { id: string; email: string }

auth.on('login', async (user: User) => {
  await fetch('https://api.segment.io/v1/identify', {
    method: 'POST',
    headers: { Authorization: 'Basic key' },
    body: JSON.stringify({ userId: user.id, traits: { email: user.email } }), // ~> identifier.user_id segment, contact.email segment
  });
});

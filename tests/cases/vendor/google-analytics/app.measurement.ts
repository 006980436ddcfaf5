import axios from 'axios';
import { auth } from '@acme/auth';

interface User { id: string; email: string }

// The measurement protocol, of GA4 and of the time before.
auth.on('login', async (user: User) => {
  await fetch('https://www.google-analytics.com/mp/collect?measurement_id=G-1&api_secret=s', {
    method: 'POST',
    body: JSON.stringify({
      client_id: user.id, // ~> identifier.user_id google-analytics
      user_id: user.email, // ~> contact.email google-analytics
      events: [{ name: 'login', params: { method: 'cli' } }],
    }),
  });
  await axios.post('https://www.google-analytics.com/collect', new URLSearchParams({ v: '1', tid: 'UA-1', uid: user.id })); // ~> identifier.user_id google-analytics
  await fetch(`https://www.google-analytics.com/collect?v=1&tid=UA-1&t=event&uid=${user.id}`); // ~> identifier.user_id google-analytics
});

import { auth } from '@acme/auth';

auth.on('signup', (user) => {
  fetch('https://api.hsforms.com/submissions/v3/integration/submit/123/abc', {
    method: 'POST',
    body: JSON.stringify({
      fields: [
        { name: 'email', value: user.email }, // ~> contact.email hubspot
        { name: 'plan', value: user.plan },
      ],
    }),
  });
});

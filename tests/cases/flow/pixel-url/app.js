import { auth } from '@acme/auth';

auth.on('login', (user) => {
  const pixel = new Image();
  pixel.src = `https://www.google-analytics.com/collect?v=1&t=event&uid=${user.id}`; // ~> identifier.user_id google-analytics
});

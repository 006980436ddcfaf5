import { auth } from '@acme/auth';

auth.on('login', (user) => {
  const pixel = new Image();
  pixel.src = `https://www.facebook.com/tr?id=123&ev=Lead&external_id=${user.id}`; // ~> identifier.user_id meta
});

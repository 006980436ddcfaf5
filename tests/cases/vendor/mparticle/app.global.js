import { auth } from '@acme/auth';

auth.on('login', (user) => {
  mParticle.Identity.identify({ userIdentities: { email: user.email } }); // ~> contact.email mparticle
});

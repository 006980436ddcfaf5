import FingerprintJS from '@fingerprintjs/fingerprintjs-pro';
import * as Fingerprint from '@fingerprint/agent';
import { auth } from '@acme/auth';

const fpPromise = FingerprintJS.load({ apiKey: 'k', region: 'eu' });
const fp = Fingerprint.start({ apiKey: 'k' });

auth.on('login', async (user: { id: string; email: string; plan: string }) => {
  const agent = await fpPromise;
  await agent.get({ linkedId: user.id, tag: { email: user.email } }); // ~> contact.email fingerprint, identifier.user_id fingerprint
  await fp.get({ linkedId: user.id }); // ~> identifier.user_id fingerprint
  await agent.get({ tag: { plan: user.plan } });
});

import { getInstance, precomputedInit } from '@eppo/js-client-sdk';
import { auth } from '@acme/auth';

interface User { id: string; email: string; plan: string }

auth.on('login', async (user: User) => {
  await precomputedInit({
    apiKey: 'x',
    assignmentLogger: { logAssignment() {} },
    precompute: { subjectKey: user.id, subjectAttributes: { categoricalAttributes: { email: user.email } } }, // ~> identifier.user_id eppo, contact.email eppo
  });
  getInstance().getBooleanAssignment('new-login', user.id, { email: user.email }, false);
});

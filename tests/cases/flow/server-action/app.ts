'use server';

import { PostHog } from 'posthog-node';

export async function signup(previous: unknown, formData: FormData) {
  const email = formData.get('email') as string; // ~> contact.email posthog
  const fullName = formData.get('fullName') as string; // ~> identity.name posthog
  const posthog = new PostHog('key');
  posthog.capture({
    distinctId: 'server',
    event: 'signed up',
    properties: {
      email,
      $set: { name: fullName },
    },
  });
  await posthog.shutdown();
}

'use server';

import { PostHog } from 'posthog-node';

export async function signup(previous: unknown, formData: FormData) {
  const email = formData.get('email') as string;
  const fullName = formData.get('fullName') as string;
  const posthog = new PostHog('key');
  posthog.capture({
    distinctId: 'server',
    event: 'signed up',
    properties: {
      email, // ~> contact.email posthog
      $set: { name: fullName }, // ~> identity.name posthog
    },
  });
  await posthog.shutdown();
}

import posthog from 'posthog-js';

export function setPerson(email: string) {
  posthog.setPersonProperties({ email });
}

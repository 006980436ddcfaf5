import mixpanel from 'mixpanel-browser';

export function identify(email: string) {
  mixpanel.people.set({ $email: email });
}

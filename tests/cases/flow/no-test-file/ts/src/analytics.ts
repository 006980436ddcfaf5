import mixpanel from 'mixpanel-browser';

export function identifyUser(email: string) {
  mixpanel.people.set({ $email: email });
}

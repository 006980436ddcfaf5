import mixpanel from 'mixpanel-browser';

export function identifyUser(email: string, name: string) {
  mixpanel.people.set({ $email: email, $name: name });
}

export function trackEvent(event: string) {
  mixpanel.track(event);
}

import mixpanel from 'mixpanel-browser';

export const identify = (email: string) => mixpanel.people.set({ $email: email });

import mixpanel from 'mixpanel-browser';

export interface User { id: string; email: string }

let current: User | undefined;

export function remember(user: User) {
  current = user;
}

export function flush() {
  if (current) mixpanel.people.set({ $email: current.email });
}

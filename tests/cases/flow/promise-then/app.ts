import mixpanel from 'mixpanel-browser';

interface User { id: string; email: string; name: string; plan: string }

function loadUser(): Promise<User> {
  return fetch('/api/me').then((response) => response.json());
}

loadUser().then((user) => mixpanel.people.set({ $email: user.email })); // ~> contact.email mixpanel

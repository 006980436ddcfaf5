import mixpanel from 'mixpanel-browser';

interface User { id: string; email: string; name: string; plan: string }

async function loadUser(): Promise<User> {
  const response = await fetch('/api/me');
  return response.json();
}

async function main() {
  const user = await loadUser();
  mixpanel.people.set({ $email: user.email }); // ~> contact.email mixpanel
}

void main();

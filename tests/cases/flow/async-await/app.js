import mixpanel from 'mixpanel-browser';

async function loadUser() {
  const response = await fetch('/api/me');
  return response.json();
}

async function main() {
  const user = await loadUser();
  mixpanel.people.set({ $email: user.email }); // ~> contact.email mixpanel
}

main();

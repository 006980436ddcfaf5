import mixpanel from 'mixpanel-browser';

interface User { id: string; email: string; name: string; plan: string }

const loadUser = async (): Promise<User> => (await fetch('/api/me')).json();
const loadFlags = async (): Promise<string[]> => (await fetch('/api/flags')).json();

async function main() {
  const [user, flags] = await Promise.all([loadUser(), loadFlags()]);
  mixpanel.track('loaded', { contact: user.email, flags: flags.length }); // ~> contact.email mixpanel
}

void main();

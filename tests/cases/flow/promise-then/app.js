import mixpanel from 'mixpanel-browser';

const loadUser = () => fetch('/api/me').then((response) => response.json());

loadUser().then((user) => mixpanel.people.set({ $email: user.email })); // ~> contact.email mixpanel

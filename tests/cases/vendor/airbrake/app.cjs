const Airbrake = require('@airbrake/node');
const { auth } = require('@acme/auth');

const airbrake = new Airbrake.Notifier({ projectId: 1, projectKey: 'x' });

auth.on('login', (user, error) => {
  airbrake.notify({ error, session: { email: user.email } }); // ~> contact.email airbrake
});

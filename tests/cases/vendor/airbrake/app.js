// Script tag: the global `Airbrake`.
const airbrake = new Airbrake.Notifier({ projectId: 1, projectKey: 'x' });
document.addEventListener('login', (event) => {
  const { user } = event.detail;
  airbrake.notify({ error: event.error, context: { user: { email: user.email } } }); // ~> contact.email airbrake
});

// Script tag: the global `sumoLogicOpenTelemetryRum`.
document.addEventListener('login', (event) => {
  const { user } = event.detail;
  sumoLogicOpenTelemetryRum.initialize({ serviceName: 'web', defaultAttributes: { email: user.email } }); // ~> contact.email sumo-logic
  window.sumoLogicOpenTelemetryRum.setDefaultAttribute('user_id', user.id); // ~> identifier.user_id sumo-logic
  sumoLogicOpenTelemetryRum.recordError('denied', { phone: user.phone }); // ~> contact.phone sumo-logic
});

document.addEventListener('login', (event) => {
  const { user } = event.detail;
  DD_RUM.onReady(() => {
    DD_RUM.init({ applicationId: 'a', clientToken: 't', site: 'datadoghq.eu', sessionReplaySampleRate: 0 });
  });
  window.DD_RUM.setUser({ email: user.email }); // ~> contact.email datadog
  DD_RUM.setGlobalContextProperty('phone', user.phone); // ~> contact.phone datadog
  DD_RUM.addAction('login', { section: 'shop' });
  DD_LOGS.logger.info('login', { email: user.email }); // ~> contact.email datadog
  DD_LOGS.setUserProperty('phone', user.phone); // ~> contact.phone datadog
});

// Names of version 4.
document.addEventListener('old', (event) => {
  const { user } = event.detail;
  DD_RUM.addRumGlobalContext('email', user.email); // ~> contact.email datadog
  DD_RUM.setRumGlobalContext({ phone: user.phone }); // ~> contact.phone datadog
  DD_LOGS.addLoggerGlobalContext('section', 'shop');
  DD_LOGS.setLoggerGlobalContext({ email: user.email }); // ~> contact.email datadog
  DD_LOGS.logger.addContext('phone', user.phone); // ~> contact.phone datadog
});

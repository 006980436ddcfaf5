const tracer = require('dd-trace').init({ service: 'shop', clientIpEnabled: true });
const { auth } = require('@acme/auth');

auth.on('login', (user) => {
  tracer.setUser({ id: user.id, email: user.email, name: user.name }); // ~> identifier.user_id datadog, contact.email datadog, identity.name datadog
  tracer.appsec.setUser({ id: user.id }); // ~> identifier.user_id datadog
  tracer.appsec.trackUserLoginSuccessEvent({ id: user.id }, { email: user.email }); // ~> identifier.user_id datadog, contact.email datadog
  tracer.appsec.trackUserLoginFailureEvent(user.id, true, { phone: user.phone }); // ~> identifier.user_id datadog, contact.phone datadog
  tracer.appsec.eventTrackingV2.trackUserLoginSuccess(user.username, { id: user.id }); // ~> identity.username datadog, identifier.user_id datadog
  tracer.appsec.trackCustomEvent('login', { email: user.email }); // ~> contact.email datadog
  tracer.appsec.trackCustomEvent('login', { plan: user.plan });
  tracer.scope().active().setTag('usr.email', user.email); // ~> contact.email datadog
  tracer.dogstatsd.increment('logins', 1, { email: user.email }); // ~> contact.email datadog
  tracer.dogstatsd.increment('logins', 1, { plan: user.plan });
});

auth.on('order', (user) => {
  const span = tracer.startSpan('order', { tags: { email: user.email } }); // ~> contact.email datadog
  span.setTag('usr.id', user.id); // ~> identifier.user_id datadog
  span.addTags({ phone: user.phone, plan: user.plan }); // ~> contact.phone datadog
  span.finish();
  tracer.trace('invoice', (inner) => {
    inner.setTag('usr.email', user.email); // ~> contact.email datadog
    inner.setTag('plan', user.plan);
  });
  tracer.trace('invoice', { tags: { name: user.name } }, () => {}); // ~> identity.name datadog
});

auth.on('failure', (user, question) => {
  tracer.appsec.eventTrackingV2.trackUserLoginFailure(user.username, true, { plan: user.plan }); // ~> identity.username datadog
  tracer.dogstatsd.gauge('failures', 1, { plan: user.plan });
  tracer.dogstatsd.histogram('failures', 1, { email: user.email }); // ~> contact.email datadog
  tracer.dogstatsd.distribution('failures', 1, { plan: user.plan });
  tracer.setBaggageItem('email', user.email); // ~> contact.email datadog
  const span = tracer.startSpan('failure');
  span.setBaggageItem('plan', user.plan);
  span.recordException(new Error('failure'), { phone: user.phone }); // ~> contact.phone datadog
  tracer.wrap('failure', { tags: { email: user.email } }, () => {}); // ~> contact.email datadog
  tracer.llmobs.annotate({ inputData: question.text, tags: { plan: user.plan } }); // ~> content.llm_prompt datadog
  tracer.llmobs.annotate(span, { inputData: question.text }); // ~> content.llm_prompt datadog
});

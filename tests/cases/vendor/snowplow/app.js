document.addEventListener('login', (event) => {
  const { user } = event.detail;
  snowplow('newTracker', 'sp', 'com-acme-prod1.collector.snplow.net', { appId: 'shop' });
  snowplow('setUserId', user.id); // ~> identifier.user_id snowplow
  window.snowplow('trackStructEvent', { category: 'account', action: 'login', property: user.email }); // ~> contact.email snowplow
  snowplow('trackSelfDescribingEvent', { event: { schema: 'iglu:org.acme/login/jsonschema/1-0-0', data: { phone: user.phone } } }); // ~> contact.phone snowplow
  snowplow('trackPageView');
});

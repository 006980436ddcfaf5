import { newTracker, setUserId, trackPageView, trackStructEvent, trackSelfDescribingEvent, addGlobalContexts } from '@snowplow/browser-tracker';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; city: string }

newTracker('sp', 'collector.acme.org', { appId: 'shop', anonymousTracking: false });

auth.on('login', (user: User) => {
  setUserId(user.id); // ~> identifier.user_id snowplow
  trackPageView({ title: `Account of ${user.email}` }); // ~> contact.email snowplow
  trackStructEvent({ category: 'account', action: 'login', label: user.email }); // ~> contact.email snowplow
  trackSelfDescribingEvent({
    event: { schema: 'iglu:org.acme/login/jsonschema/1-0-0', data: { phone: user.phone } }, // ~> contact.phone snowplow
    context: [{ schema: 'iglu:org.acme/user/jsonschema/1-0-0', data: { city: user.city } }], // ~> location.city snowplow
  });
  addGlobalContexts([{ schema: 'iglu:org.acme/user/jsonschema/1-0-0', data: { email: user.email } }]); // ~> contact.email snowplow
  trackStructEvent({ category: 'plan', action: 'chosen', label: 'gold' });
});

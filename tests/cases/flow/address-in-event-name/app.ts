import mixpanel from 'mixpanel-browser';
import posthog from 'posthog-js';

export function onRouteUpdate({ location }) {
  mixpanel.track(`View ${location.pathname}`); // ~> behavior.page_url mixpanel
  mixpanel.track('View page');
}

export function POST(request: Request & { body: { email: string } }, eventName: string) {
  posthog.capture(`signup of ${request.body.email}`); // ~> contact.email posthog
  posthog.capture(eventName);
}

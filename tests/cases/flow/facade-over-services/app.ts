import mixpanel from 'mixpanel-browser';
import posthog from 'posthog-js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

interface AnalyticsService {
  identify(traits: { email: string }): void;
}

class MixpanelService implements AnalyticsService {
  identify(traits: { email: string }) {
    mixpanel.people.set({ $email: traits.email });
  }
}

class PostHogService implements AnalyticsService {
  identify(traits: { email: string }) {
    posthog.setPersonProperties({ email: traits.email });
  }
}

class AnalyticsFacade {
  constructor(private readonly services: AnalyticsService[]) {}

  identify(traits: { email: string }) {
    this.services.forEach((service) => service.identify(traits));
  }
}

const analytics = new AnalyticsFacade([new MixpanelService(), new PostHogService()]);

auth.on('login', (user: User) => {
  analytics.identify({ email: user.email }); // ~> contact.email mixpanel, contact.email posthog
});

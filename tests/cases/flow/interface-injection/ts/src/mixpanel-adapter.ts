import mixpanel from 'mixpanel-browser';
import type { AnalyticsPort } from './port';

export class MixpanelAdapter implements AnalyticsPort {
  identify(email: string) {
    mixpanel.people.set({ $email: email });
  }
}

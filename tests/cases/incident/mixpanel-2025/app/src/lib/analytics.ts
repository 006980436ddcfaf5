import mixpanel from 'mixpanel-browser';
import type { User } from '../types';

type Props = Record<string, string | number | boolean>;

export function initAnalytics(): void {
  mixpanel.init(import.meta.env.VITE_MIXPANEL_TOKEN, { persistence: 'localStorage' });
}

export function identifyUser(user: User): void {
  mixpanel.identify(user.id);
  mixpanel.people.set({
    $name: user.name,
    $email: user.email,
    plan: user.plan,
  });
}

export function setOrganization(orgId: string): void {
  mixpanel.set_group('organization', orgId);
  mixpanel.register({ org_id: orgId });
}

export function trackEvent(event: string, props: Props = {}): void {
  mixpanel.track(event, props);
}

export function resetAnalytics(): void {
  mixpanel.reset();
}

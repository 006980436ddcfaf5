import mixpanel from 'mixpanel-browser';

export function setProfile(props: Record<string, unknown>) {
  mixpanel.people.set(props);
}

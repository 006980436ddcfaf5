import mixpanel from 'mixpanel-browser';

export function setProfile(props) {
  mixpanel.people.set(props);
}

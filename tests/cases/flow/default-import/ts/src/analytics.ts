import mixpanel from 'mixpanel-browser';

export default {
  identify(email: string) {
    mixpanel.people.set({ $email: email });
  },
};

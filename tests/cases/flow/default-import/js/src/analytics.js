import mixpanel from 'mixpanel-browser';

export default {
  identify(email) {
    mixpanel.people.set({ $email: email });
  },
};

import mixpanel from 'mixpanel-browser';

window.addEventListener('load', () => {
  mixpanel.people.set({ contact: localStorage.getItem('user_email') }); // ~> contact.email mixpanel
});

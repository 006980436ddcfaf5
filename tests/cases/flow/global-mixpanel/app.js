document.querySelector('#profile').addEventListener('submit', () => {
  const user = window.app.currentUser;
  mixpanel.people.set({ $name: user.name }); // ~> identity.name mixpanel
});

ym(12345, 'init', { clickmap: true, webvisor: true });

document.addEventListener('login', (event) => {
  const { user } = event.detail;
  ym(12345, 'setUserID', user.id); // ~> identifier.user_id yandex-metrica
  ym(12345, 'userParams', { email: user.email }); // ~> contact.email yandex-metrica
  window.ym(12345, 'params', { phone: user.phone }); // ~> contact.phone yandex-metrica
  ym(12345, 'reachGoal', 'login', { city: user.city }); // ~> location.city yandex-metrica
  ym(12345, 'reachGoal', 'plan');
});

// Script tag: the global `GrafanaFaroWebSdk`.
const faro = GrafanaFaroWebSdk.initializeFaro({ url: 'https://collector.example', app: { name: 'web' } });
document.addEventListener('login', (event) => {
  const { user } = event.detail;
  faro.api.setUser({ id: user.id }); // ~> identifier.user_id grafana-cloud
});

import { faro, initializeFaro } from '@grafana/faro-web-sdk';
import { auth } from '@acme/auth';

interface User { id: string; email: string; username: string; phone: string; plan: string }

auth.on('login', (user: User, error: Error) => {
  initializeFaro({ url: 'https://faro-collector-prod-eu-west-0.grafana.net/collect/x', app: { name: 'web' }, user: { id: user.id, email: user.email } }); // ~> identifier.user_id grafana-cloud, contact.email grafana-cloud
  faro.api.setUser({ id: user.id, email: user.email, username: user.username, attributes: { plan: user.plan } }); // ~> identifier.user_id grafana-cloud, contact.email grafana-cloud, identity.username grafana-cloud
  faro.api.pushEvent('login', { phone: user.phone }); // ~> contact.phone grafana-cloud
  faro.api.pushLog([`login of ${user.email}`]); // ~> contact.email grafana-cloud
  faro.api.pushError(error, { context: { email: user.email } }); // ~> contact.email grafana-cloud
  faro.api.pushMeasurement({ type: 'login', values: { took: 1 } }, { context: { phone: user.phone } }); // ~> contact.phone grafana-cloud
  faro.api.resetUser();
});

import Pyroscope, { wrapWithLabels } from '@pyroscope/nodejs';
import { bus } from '@acme/bus';

interface User { id: string; email: string }

Pyroscope.init({ serverAddress: 'https://profiles-prod-001.grafana.net', appName: 'shop' });

bus.on('order', (user: User) => {
  wrapWithLabels({ user_id: user.id }, () => undefined); // ~> identifier.user_id grafana-cloud
  Pyroscope.setLabels({ email: user.email }); // ~> contact.email grafana-cloud
});

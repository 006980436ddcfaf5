import { Container } from 'inversify';
import Mixpanel from 'mixpanel';
import { PostHog } from 'posthog-node';
import { container as services } from 'tsyringe';

const TYPES = { Analytics: Symbol.for('Analytics'), Client: Symbol.for('Client') };

class PostHogAnalytics {
  private readonly client = new PostHog('key');

  send(properties: object) {
    this.client.capture({ distinctId: 'server', event: 'seen', properties });
  }
}

const container = new Container();
container.bind(TYPES.Analytics).to(PostHogAnalytics).inSingletonScope();
container.bind(TYPES.Client).toConstantValue(Mixpanel.init('token'));
services.register('Analytics', { useClass: PostHogAnalytics });

export function seen(req, res) {
  container.get(TYPES.Analytics).send({ email: req.user.email }); // ~> contact.email posthog
  container.get(TYPES.Client).track('seen', { email: req.user.email }); // ~> contact.email mixpanel
  services.resolve('Analytics').send({ contact: req.user.email }); // ~> contact.email posthog
  services.resolve(PostHogAnalytics).send({ address: req.user.email }); // ~> contact.email posthog
  res.end();
}

import { Analytics } from '@segment/analytics-node';
import * as stores from '@acme/stores';

class Sender {
  private client = new Analytics({ writeKey: 'key' });
  put(user) {
    this.client.identify({ userId: 'x', traits: { email: user.email } });
  }
}

class Service {
  constructor(private target) {}
  save(user) {
    this.target.put(user);
  }
}

new Service(stores.store0);
new Service(stores.store1);
new Service(stores.store2);
new Service(stores.store3);
new Service(stores.store4);
new Service(stores.store5);
new Service(stores.store6);
new Service(stores.store7);
new Service(stores.store8);
new Service(stores.store9);
new Service(stores.store10);
new Service(stores.store11);
new Service(stores.store12);
new Service(stores.store13);
const service = new Service(new Sender());

export function POST(request) {
  service.save(request.body); // ~> contact.email segment
}

import { Analytics } from '@segment/analytics-node';
import nullthrows from 'nullthrows';

class Manager {
  private client = new Analytics({ writeKey: process.env.SEGMENT_KEY! });

  setActor(email: string) {
    this.client.identify({ userId: 'cli', traits: { email } });
  }
}

export class Command {
  private internal?: Manager;

  get analytics(): Manager {
    return nullthrows(this.internal);
  }

  async run() {
    this.internal = new Manager();
    const user = await currentUser();
    this.analytics.setActor(user.email); // ~> contact.email segment
  }
}

import Analytics from '@rudderstack/rudder-sdk-node';
import { currentUser } from '@acme/session';

const client = new Analytics('key');

function displayName(actor) {
  switch (actor.kind) {
    case 'User':
      return actor.username;
    case 'Robot':
      return `${actor.firstName} (robot)`;
    default:
      return 'unknown';
  }
}

export async function handler() {
  const actor = await currentUser();
  client.identify({ userId: 'x', traits: { shown: displayName(actor) } }); // ~> identity.username rudderstack, identity.first_name rudderstack
}

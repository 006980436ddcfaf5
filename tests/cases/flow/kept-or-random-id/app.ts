import { randomUUID } from 'node:crypto';
import { Analytics } from '@segment/analytics-node';
import { readState, writeState } from 'state-store';

const analytics = new Analytics({ writeKey: 'key' });

export async function start() {
  const state = await readState();
  const deviceId = state.persistedDeviceId ?? randomUUID(); // ~> identifier.device_id segment
  await writeState({ persistedDeviceId: deviceId });
  analytics.track({ event: 'start', anonymousId: deviceId });
}

start();

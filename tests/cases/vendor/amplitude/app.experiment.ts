import { Experiment } from '@amplitude/experiment-js-client';
import { Experiment as Server } from '@amplitude/experiment-node-server';
import { Experiment as Mobile } from '@amplitude/experiment-react-native-client';
import * as node from '@amplitude/node';
import { Amplitude } from '@amplitude/react-native';
import * as amplitude from '@amplitude/unified';
import { bus } from '@acme/bus';

interface User { id: string; email: string; phone: string }

const browser = Experiment.initializeWithAmplitudeAnalytics('key');
const remote = Server.initializeRemote('key');
const mobile = Mobile.initialize('key');
const client = node.init('key');

bus.on('login', async (user: User) => {
  await browser.start({ user_id: user.id }); // ~> identifier.user_id amplitude
  await browser.fetch({ user_id: user.id, user_properties: { email: user.email } }); // ~> identifier.user_id amplitude, contact.email amplitude
  browser.setUser({ user_id: user.id }); // ~> identifier.user_id amplitude
  await remote.fetchV2({ user_id: user.id }); // ~> identifier.user_id amplitude
  await mobile.fetch({ user_id: user.id }); // ~> identifier.user_id amplitude
  client.logEvent({ event_type: 'login', user_id: user.id, event_properties: { email: user.email } }); // ~> identifier.user_id amplitude, contact.email amplitude
  client.identify(user.id, null, new node.Identify().set('phone', user.phone)); // ~> identifier.user_id amplitude, contact.phone amplitude
  Amplitude.getInstance().logEvent('login', { email: user.email }); // ~> contact.email amplitude
  Amplitude.getInstance().setUserId(user.id); // ~> identifier.user_id amplitude
  Amplitude.getInstance().setUserProperties({ email: user.email }); // ~> contact.email amplitude
  await amplitude.initAll('key', { analytics: { userId: user.id } }); // ~> identifier.user_id amplitude
});

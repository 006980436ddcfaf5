import { useGTMDispatch } from '@elgorditosalsero/react-gtm-hook';
import { useGtm } from '@gtm-support/vue-gtm';
import { bus } from '@acme/bus';

interface User { email: string }

const send = useGTMDispatch();
const gtm = useGtm();

bus.on('login', (user: User) => {
  send({ event: 'login', email: user.email }); // ~> contact.email google-tag-manager
  gtm.trackEvent({ event: 'login', value: user.email }); // ~> contact.email google-tag-manager
  gtm.push({ event: 'login', email: user.email }); // ~> contact.email google-tag-manager
});

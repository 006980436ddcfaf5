import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

function send(event, props) {
  mixpanel.track(event, props);
}

const login = send.bind(null, 'login');

auth.on('login', (user) => {
  login({ email: user.email }); // ~> contact.email mixpanel
  send.call(null, 'again', { name: user.name }); // ~> identity.name mixpanel
  send.apply(null, ['third', { phone: user.phone }]); // ~> contact.phone mixpanel
});

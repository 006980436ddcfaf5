import mixpanel from 'mixpanel-browser';
import { auth } from '@acme/auth';

auth.on('login', (kunde, usuario, client) => {
  mixpanel.people.set({ vorname: kunde.vorname }); // ~> identity.first_name mixpanel
  mixpanel.people.set({ telefono: usuario.telefono }); // ~> contact.phone mixpanel
  mixpanel.people.set({ courriel: client.courriel }); // ~> contact.email mixpanel
});

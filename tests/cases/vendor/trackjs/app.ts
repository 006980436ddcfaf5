import { TrackJS } from 'trackjs';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; plan: string }

TrackJS.install({ token: 'x', visitor: { enabled: false } });

auth.on('login', (user: User) => {
  TrackJS.configure({ userId: user.id }); // ~> identifier.user_id trackjs
  TrackJS.addMetadata('email', user.email); // ~> contact.email trackjs
  TrackJS.addMetadata('plan', user.plan);
  TrackJS.console.log(`login of ${user.email}`); // ~> contact.email trackjs
  TrackJS.track(`no account for ${user.phone}`); // ~> contact.phone trackjs
});

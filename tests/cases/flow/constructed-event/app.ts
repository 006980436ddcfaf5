import posthog from 'posthog-js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

class LoginEvent {
  readonly name = 'login';
  readonly properties: Record<string, unknown>;

  constructor(email: string) {
    this.properties = { email };
  }
}

function send(event: LoginEvent) {
  posthog.capture(event.name, event.properties);
}

auth.on('login', (user: User) => {
  send(new LoginEvent(user.email)); // ~> contact.email posthog
});

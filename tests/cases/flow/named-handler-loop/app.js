import mixpanel from 'mixpanel-browser';
import { bus } from '@acme/bus';

const handlers = {
  'signed-up': (event) => mixpanel.people.set({ $email: event.email }),
  'signed-out': (event) => mixpanel.track(event.reason),
};

for (const [name, handler] of Object.entries(handlers)) {
  bus.on(name, handler);
}

export function POST(request) {
  const form = request.body;
  bus.emit('signed-up', { email: form.email }); // ~> contact.email mixpanel
  bus.emit('signed-out', { email: form.email });
}

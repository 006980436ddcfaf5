import Pusher from 'pusher-js';
import { auth } from '@acme/auth';

const pusher = new Pusher('key', { cluster: 'eu' });
const channel = pusher.subscribe('private-chat');

auth.on('login', (user: { id: string; email: string; plan: string }) => {
  channel.trigger('client-typing', { email: user.email }); // ~> contact.email pusher
});

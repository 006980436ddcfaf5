import { setProfile } from './client.js';

export function identifyUser(email, name) {
  setProfile({ $email: email, $name: name });
}

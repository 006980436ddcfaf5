import { setProfile } from './client';

export function identifyUser(email: string, name: string) {
  setProfile({ $email: email, $name: name });
}

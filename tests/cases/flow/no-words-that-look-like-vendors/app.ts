import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

const branch = { setIdentity: (value: string) => value.length };
function adjust(amplitude: number, clarity: number) {
  return amplitude * clarity;
}

auth.on('login', (user: User) => {
  branch.setIdentity(user.email);
  adjust(user.email.length, 2);
});

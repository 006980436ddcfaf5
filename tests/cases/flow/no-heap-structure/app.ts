import { Heap } from '@datastructures-js/heap';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; plan: string }

const heap = new Heap<User>((a, b) => a.email.localeCompare(b.email));

auth.on('login', (user: User) => {
  heap.push(user);
  heap.insert({ ...user, email: user.email });
});

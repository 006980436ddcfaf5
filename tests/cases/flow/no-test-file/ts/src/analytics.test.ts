import { expect, it } from 'vitest';
import { identifyUser } from './analytics';

interface User { id: string; email: string }

it('identifies', () => {
  const user: User = JSON.parse('{"id":"1","email":"a@example.com"}');
  identifyUser(user.email);
  expect(user.id).toBe('1');
});

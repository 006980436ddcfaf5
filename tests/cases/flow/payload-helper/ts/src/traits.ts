export interface User { id: string; email: string; name: string; plan: string }

export function buildTraits(user: User) {
  return { email: user.email, plan: user.plan };
}

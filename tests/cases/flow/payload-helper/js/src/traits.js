export function buildTraits(user) {
  return { email: user.email, plan: user.plan };
}

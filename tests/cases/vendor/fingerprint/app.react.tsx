import { useVisitorData } from '@fingerprintjs/fingerprintjs-pro-react';

export function Login({ user }: { user: { id: string; email: string } }) {
  const { getData } = useVisitorData({ linkedId: user.id }, { immediate: false }); // ~> identifier.user_id fingerprint
  return <button onClick={() => getData({ tag: { email: user.email } })}>Log in</button>; // ~> contact.email fingerprint
}

import { useSignIn, useSignUp } from '@clerk/clerk-react';

interface User { email: string; password: string; firstName: string }

export function SignUp({ user }: { user: User }) {
  const { signUp } = useSignUp();
  const { signIn } = useSignIn();
  const submit = async () => {
    await signUp?.create({ emailAddress: user.email, password: user.password }); // ~> contact.email clerk, credential.password clerk
    await signIn?.create({ identifier: user.email, password: user.password }); // ~> contact.email clerk, credential.password clerk
  };
  return <button onClick={submit}>Sign up</button>;
}

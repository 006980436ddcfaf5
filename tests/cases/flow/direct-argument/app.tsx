import mixpanel from 'mixpanel-browser';

interface User { id: string; email: string; name: string; plan: string }

export default function LoginButton({ user }: { user: User }) {
  const onClick = () => {
    mixpanel.identify(user.id); // ~> identifier.user_id mixpanel
    mixpanel.people.set({ $email: user.email }); // ~> contact.email mixpanel
    mixpanel.track('Logged in', { plan: user.plan });
  };
  return <button onClick={onClick}>Continue</button>;
}

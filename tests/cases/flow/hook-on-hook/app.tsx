import posthog from 'posthog-js';

interface User { id: string; email: string; name: string; plan: string }

function useTelemetry() {
  return { setProperties: (props: Record<string, unknown>) => posthog.setPersonProperties(props) };
}

function useIdentify() {
  const telemetry = useTelemetry();
  return (user: User) => telemetry.setProperties({ email: user.email });
}

export default function Profile({ user }: { user: User }) {
  const identify = useIdentify();
  return <button onClick={() => identify(user)}>Save</button>; // ~> contact.email posthog
}

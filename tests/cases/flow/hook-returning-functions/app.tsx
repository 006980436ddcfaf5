import { useCallback } from 'react';
import mixpanel from 'mixpanel-browser';

interface User { id: string; email: string; name: string; plan: string }

function useAnalytics() {
  const identify = useCallback((email: string) => {
    mixpanel.people.set({ $email: email });
  }, []);
  const track = useCallback((event: string) => mixpanel.track(event), []);
  return { identify, track };
}

export default function Welcome({ user }: { user: User }) {
  const { identify, track } = useAnalytics();
  const start = () => {
    track('Start clicked');
    identify(user.email); // ~> contact.email mixpanel
  };
  return <button onClick={start}>Start</button>;
}

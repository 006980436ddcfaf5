import posthog from 'posthog-js';
import { PostHogCaptureOnViewed, PostHogProvider, usePostHog } from 'posthog-js/react';

interface User { id: string; email: string; phone: string; plan: string }

function BuyButton({ user }: { user: User }) {
  const posthog = usePostHog();
  const onClick = () => {
    posthog?.identify(user.id, { email: user.email });
    posthog?.capture('bought', { phone: user.phone });
    posthog?.capture('plan_chosen', { plan: user.plan });
  };
  return <button onClick={onClick}>Buy</button>;
}

export default function App({ user }: { user: User }) {
  return (
    <PostHogProvider apiKey="key" options={{ autocapture: false }}>
      <PostHogCaptureOnViewed name="offer" properties={{ email: user.email }}>{/* ~> contact.email posthog */}
        <BuyButton user={user} />{/* ~> identifier.user_id posthog, contact.email posthog, contact.phone posthog */}
      </PostHogCaptureOnViewed>
    </PostHogProvider>
  );
}

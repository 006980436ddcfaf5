import { GoogleTagManager, sendGTMEvent, sendGAEvent } from '@next/third-parties/google';

interface User { id: string; email: string; phone: string; plan: string }

export default function Checkout({ user }: { user: User }) {
  const onClick = () => {
    sendGTMEvent({ event: 'bought', email: user.email }); // ~> contact.email google-tag-manager
    sendGAEvent('event', 'bought', { phone: user.phone }); // ~> contact.phone google-tag-manager
    sendGTMEvent({ event: 'plan_chosen', plan: user.plan });
  };
  return (
    <div>
      <GoogleTagManager gtmId="GTM-123" />
      <button onClick={onClick}>Buy</button>
    </div>
  );
}

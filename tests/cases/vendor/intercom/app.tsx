import { useSession } from 'next-auth/react';
import { useIntercom } from 'react-use-intercom';

export default function Help() {
  const user = useSession().data.user;
  const { boot, trackEvent } = useIntercom();
  const intercom = useIntercom();

  const open = () => {
    boot({ userId: user.id, email: user.email, name: user.name }); // ~> identifier.user_id intercom, contact.email intercom, identity.name intercom
    intercom.update({ phone: user.phone, customAttributes: { plan: user.plan } }); // ~> contact.phone intercom
    intercom.update({ customAttributes: { email: user.email } }); // ~> contact.email intercom
    trackEvent('help-opened', { email: user.email }); // ~> contact.email intercom
    trackEvent('help-opened');
    intercom.startConversation('I need help');
    intercom.showNewMessage('Where is my order?');
    intercom.setAuthTokens({ plan: user.plan });
    intercom.show();
  };

  return <button onClick={open}>Help</button>;
}

import Intercom from '@intercom/intercom-react-native';
import { Button } from 'react-native';

export default function Help({ user }) {
  const open = async () => {
    await Intercom.loginUserWithUserAttributes({ userId: user.id, email: user.email }); // ~> identifier.user_id intercom, contact.email intercom
    await Intercom.updateUser({ phone: user.phone, customAttributes: { plan: user.plan } }); // ~> contact.phone intercom
    await Intercom.logEvent('help', { email: user.email }); // ~> contact.email intercom
    await Intercom.logEvent('help');
    await Intercom.present();
  };
  return <Button title="Help" onPress={open} />;
}

import Intercom from '@intercom/intercom-react-native';
import { Button } from 'react-native';

export default function Help({ user, device }) {
  const open = async () => {
    await Intercom.loginUserWithUserAttributes({ userId: user.id, email: user.email }); // ~> identifier.user_id intercom, contact.email intercom
    await Intercom.updateUser({ phone: user.phone, customAttributes: { plan: user.plan } }); // ~> contact.phone intercom
    await Intercom.logEvent('help', { email: user.email }); // ~> contact.email intercom
    await Intercom.logEvent('help');
    await Intercom.registerIdentifiedUser({ email: user.email }); // ~> contact.email intercom
    await Intercom.sendTokenToIntercom(device.registration); // ~> identifier.push_token intercom
    await Intercom.presentMessageComposer('Where is my order?');
    await Intercom.present();
  };
  return <Button title="Help" onPress={open} />;
}

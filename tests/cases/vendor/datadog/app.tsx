import { DdLogs, DdRum, DdSdkReactNative, RumActionType } from '@datadog/mobile-react-native';
import { Button } from 'react-native';

interface User { id: string; email: string; name: string; phone: string; plan: string }
interface Props { user: User; entry: { value: string } }

export default function Account({ user, entry }: Props) {
  const onPress = async () => {
    await DdSdkReactNative.setUserInfo({ id: user.id, name: user.name, email: user.email }); // ~> identifier.user_id datadog, identity.name datadog, contact.email datadog
    await DdSdkReactNative.addUserExtraInfo({ phone: user.phone, plan: user.plan }); // ~> contact.phone datadog
    await DdSdkReactNative.addAttribute('email', entry.value); // ~> contact.email datadog
    await DdSdkReactNative.addAttributes({ phone: user.phone }); // ~> contact.phone datadog
    await DdRum.startView('account', 'Account', { plan: user.plan });
    await DdRum.addAction(RumActionType.TAP, 'save', { email: user.email }); // ~> contact.email datadog
    await DdRum.addError(`no account for ${user.email}`, 'CUSTOM', ''); // ~> contact.email datadog
    await DdLogs.info('saved', { name: user.name }); // ~> identity.name datadog
    await DdLogs.debug('saved');
  };
  return <Button title="Save" onPress={onPress} />;
}

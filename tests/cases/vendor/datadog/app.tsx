import { DdLogs, DdRum, DdSdkReactNative, RumActionType } from '@datadog/mobile-react-native';
import { Button } from 'react-native';

interface User { id: string; email: string; name: string; phone: string; plan: string }
interface Company { id: string; name: string; size: number }
interface Props { user: User; company: Company; entry: { value: string } }

export default function Account({ user, company, entry }: Props) {
  const onPress = async () => {
    await DdSdkReactNative.setUserInfo({ id: user.id, name: user.name, email: user.email }); // ~> identifier.user_id datadog, identity.name datadog, contact.email datadog
    await DdSdkReactNative.addUserExtraInfo({ phone: user.phone, plan: user.plan }); // ~> contact.phone datadog
    await DdSdkReactNative.addAttribute('email', entry.value); // ~> contact.email datadog
    await DdSdkReactNative.addAttributes({ phone: user.phone }); // ~> contact.phone datadog
    await DdSdkReactNative.setUser({ email: user.email }); // ~> contact.email datadog
    await DdSdkReactNative.setAttributes({ plan: user.plan });
    await DdSdkReactNative.setAccountInfo({ id: company.id, name: company.name }); // ~> identifier.org_id datadog, work.organization datadog
    await DdSdkReactNative.addAccountExtraInfo({ size: company.size });
    await DdRum.addViewAttribute('phone', entry.value); // ~> contact.phone datadog
    await DdRum.addViewAttributes({ email: user.email }); // ~> contact.email datadog
    await DdRum.startAction(RumActionType.TAP, 'save', { name: user.name }); // ~> identity.name datadog
    await DdRum.startView('account', 'Account', { plan: user.plan });
    await DdRum.addAction(RumActionType.TAP, 'save', { email: user.email }); // ~> contact.email datadog
    await DdRum.addError(`no account for ${user.email}`, 'CUSTOM', ''); // ~> contact.email datadog
    await DdLogs.info('saved', { name: user.name }); // ~> identity.name datadog
    await DdLogs.warn(`saved ${user.email}`); // ~> contact.email datadog
    await DdLogs.error('saved', { plan: user.plan });
    await DdLogs.debug('saved');
  };
  return <Button title="Save" onPress={onPress} />;
}

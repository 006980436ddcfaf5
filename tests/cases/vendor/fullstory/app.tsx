import FullStory from '@fullstory/react-native';
import { Button } from 'react-native';

interface Props { user: { id: string; email: string; name: string; plan: string } }

export default function Account({ user }: Props) {
  const save = () => {
    FullStory.identify(user.id, { displayName: user.name }); // ~> identifier.user_id fullstory, identity.name fullstory
    FullStory.setUserVars({ email: user.email }); // ~> contact.email fullstory
    FullStory.event('saved', { plan: user.plan });
    FullStory.log(FullStory.LogLevel.Warn, `saved ${user.email}`); // ~> contact.email fullstory
  };
  return <Button title="Save" onPress={save} />;
}

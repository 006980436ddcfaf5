import PubNub from 'pubnub';
import { bus } from '@acme/bus';

interface User { id: string; email: string; name: string }

const pubnub = new PubNub({ publishKey: 'p', subscribeKey: 's', userId: 'server' });

bus.on('join', async (user: User) => {
  await pubnub.publish({ channel: 'chat', message: { email: user.email } }); // ~> contact.email pubnub
  pubnub.setUserId(user.id); // ~> identifier.user_id pubnub
  await pubnub.objects.setUUIDMetadata({ uuid: user.id, data: { name: user.name, email: user.email } }); // ~> identifier.user_id pubnub, identity.name pubnub, contact.email pubnub
  await pubnub.signal({ channel: 'chat', message: 'typing' });
});

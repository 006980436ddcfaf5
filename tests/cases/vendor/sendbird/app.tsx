import SendbirdChat from '@sendbird/chat';
import { GroupChannelModule } from '@sendbird/chat/groupChannel';
import { App } from '@sendbird/uikit-react';
import SendbirdProvider from '@sendbird/uikit-react/SendbirdProvider';
import { render } from '@acme/page';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; fullName: string; phone: string; dateOfBirth: string; iban: string }
interface Line { text: string; file: Blob }

const sendbird = SendbirdChat.init({ appId: 'app', modules: [new GroupChannelModule()] });

inbox.on('line', async (user: User, line: Line) => {
  await sendbird.connect(user.id); // ~> identifier.user_id sendbird
  await sendbird.updateCurrentUserInfo({ nickname: user.name }); // ~> identity.name sendbird
  const channel = await sendbird.groupChannel.getChannel('support');
  channel.sendUserMessage({ message: line.text }); // ~> content.message sendbird
  channel.sendFileMessage({ file: line.file }); // ~> content.file sendbird
  await channel.inviteWithUserIds([user.id]); // ~> identifier.user_id sendbird
  render(<App appId="app" userId={user.id} />); // ~> identifier.user_id sendbird
  render(<SendbirdProvider appId="app" nickname={user.name} />); // ~> identity.name sendbird
});

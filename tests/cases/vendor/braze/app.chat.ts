import * as braze from '@braze/web-sdk';
import { auth } from '@acme/auth';

interface User { id: string; lineId: string; plan: string }
interface Line { text: string }

auth.on('chat', (user: User, line: Line) => {
  braze.sendChatMessage(line.text); // ~> content.message braze
  braze.getUser().setLineId(user.lineId); // ~> contact.social_handle braze
});

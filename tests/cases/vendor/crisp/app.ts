import { Crisp } from 'crisp-sdk-web';
import { auth } from '@acme/auth';

interface User { id: string; email: string; name: string; phone: string; avatarUrl: string; plan: string }

Crisp.configure('site');

auth.on('login', (user: User, reply: { message: string }) => {
  Crisp.setTokenId(user.id); // ~> identifier.user_id crisp
  Crisp.user.setEmail(user.email); // ~> contact.email crisp
  Crisp.user.setNickname(user.name); // ~> identity.name crisp
  Crisp.user.setPhone(user.phone); // ~> contact.phone crisp
  Crisp.session.setData({ email: user.email, plan: user.plan }); // ~> contact.email crisp
  Crisp.session.pushEvent('signed_in', { phone: user.phone }); // ~> contact.phone crisp
  Crisp.message.sendText(reply.message); // ~> content.message crisp
});

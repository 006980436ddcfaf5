import { Conversation } from '@elevenlabs/client';
import { useConversation } from '@elevenlabs/react';
import { useUser } from '@acme/auth';
import { inbox } from '@acme/inbox';

interface User { id: string; firstName: string; email: string; plan: string }

inbox.on('talk', async (user: User, line: { text: string }) => {
  const conversation = await Conversation.startSession({ agentId: '1', userId: user.id, dynamicVariables: { name: user.firstName, plan: user.plan } }); // ~> identifier.user_id elevenlabs, identity.first_name elevenlabs
  conversation.sendUserMessage(line.text); // ~> content.llm_prompt elevenlabs
});

export function Talk() {
  const user: User = useUser();
  const conversation = useConversation();
  return <button onClick={() => conversation.startSession({ agentId: '1', dynamicVariables: { email: user.email } })}>Talk</button>; // ~> contact.email elevenlabs
}

import { useChatMonitor } from 'lunary/react';

interface Account { id: string; email: string; name: string }

export function Chat({ account, text }: { account: Account; text: string }) { // ~> content.llm_prompt lunary
  const { identify, trackMessage } = useChatMonitor();
  identify(account.id, { email: account.email }); // ~> identifier.user_id lunary, contact.email lunary
  return <button onClick={() => trackMessage({ role: 'user', content: text })}>Send</button>;
}

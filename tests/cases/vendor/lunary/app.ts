import lunary from 'lunary';
import { monitorOpenAI } from 'lunary/openai';
import OpenAI from 'openai';
import { queue } from '@acme/queue';

interface User { id: string; email: string; name: string }
interface Feedback { messageId: string; content: string; rating: string }
interface Turn { prompt: string; answer: string }

lunary.init({ publicKey: 'x' });
const openai = monitorOpenAI(new OpenAI());

queue.on('feedback', (feedback: Feedback) => {
  lunary.trackFeedback(feedback.messageId, { comment: feedback.content, thumb: feedback.rating }); // ~> content.free_text lunary
});

queue.on('chat', async (user: User, turn: Turn, work: (text: string) => Promise<string>) => {
  const thread = lunary.openThread({ userId: user.id, userProps: { name: user.name, email: user.email } }); // ~> identifier.user_id lunary, identity.name lunary, contact.email lunary
  thread.trackMessage({ role: 'user', content: turn.prompt }); // ~> content.llm_prompt lunary
  thread.trackEvent('invited', { email: user.email }); // ~> contact.email lunary
  await lunary.wrapAgent(work)(turn.prompt).identify(user.id, { email: user.email }); // ~> identifier.user_id lunary, contact.email lunary
  lunary.error(`no answer for ${user.email}`); // ~> contact.email lunary
});

import { useState } from 'react';
import { complete } from '../api/client';
import { trackEvent } from '../lib/analytics';
import type { ChatMessage } from '../types';

const MODEL = 'large-2';

export function Chat() {
  const [messages, setMessages] = useState<ChatMessage[]>([]);
  const [prompt, setPrompt] = useState('');

  async function onSend() {
    const answer = await complete({ model: MODEL, prompt, messages });
    trackEvent('Chat sent', { model: MODEL, turns: messages.length });
    setMessages([...messages, { role: 'user', content: prompt }, answer]);
    setPrompt('');
  }

  return (
    <section>
      {messages.map((message, index) => (
        <p key={index}>{message.content}</p>
      ))}
      <textarea value={prompt} onChange={(e) => setPrompt(e.target.value)} />
      <button onClick={onSend}>Send</button>
    </section>
  );
}

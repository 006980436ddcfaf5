import { DeepgramClient } from '@deepgram/sdk';
import { inbox } from '@acme/inbox';

interface Recording { data: Buffer; address: string; reply: string }

const deepgram = new DeepgramClient({ apiKey: 'key' });

inbox.on('recording', async (recording: Recording) => {
  await deepgram.listen.v1.media.transcribeFile(recording.data, { model: 'nova-3' }); // ~> content.voice deepgram
  await deepgram.listen.v1.media.transcribeUrl({ url: recording.address, model: 'nova-3' }); // ~> content.voice deepgram
  const live = await deepgram.listen.v1.connect({ model: 'nova-3' });
  live.sendMedia(recording.data); // ~> content.voice deepgram
  await deepgram.speak.v1.audio.generate({ text: recording.reply }); // ~> content.llm_prompt deepgram
  const agent = await deepgram.agent.v1.connect();
  agent.sendInjectUserMessage({ type: 'InjectUserMessage', content: recording.reply }); // ~> content.llm_prompt deepgram
  await deepgram.manage.v1.projects.list();
});

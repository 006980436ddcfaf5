import { createClient } from '@deepgram/sdk';
import { inbox } from '@acme/inbox';

interface Recording { data: Buffer; address: string; reply: string }

const deepgram = createClient('key');

inbox.on('recording', async (recording: Recording) => {
  await deepgram.listen.prerecorded.transcribeFile(recording.data, { model: 'nova-2' }); // ~> content.voice deepgram
  await deepgram.listen.prerecorded.transcribeUrl({ url: recording.address }, { model: 'nova-2' }); // ~> content.voice deepgram
  const live = deepgram.listen.live({ model: 'nova-2' });
  live.send(recording.data); // ~> content.voice deepgram
  await deepgram.speak.request({ text: recording.reply }, { model: 'aura' }); // ~> content.llm_prompt deepgram
  await deepgram.read.analyzeText({ text: recording.reply }, { sentiment: true }); // ~> content.free_text deepgram
});

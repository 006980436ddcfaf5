import { ElevenLabsClient } from '@elevenlabs/elevenlabs-js';
import { inbox } from '@acme/inbox';

interface User { id: string; phone: string; plan: string }
interface Recording { data: Blob; reply: string }

const client = new ElevenLabsClient({ apiKey: 'key' });

inbox.on('recording', async (user: User, recording: Recording) => {
  await client.textToSpeech.convert('voice', { text: recording.reply, modelId: 'eleven_v3' }); // ~> content.llm_prompt elevenlabs
  await client.textToSpeech.stream('voice', { text: recording.reply }); // ~> content.llm_prompt elevenlabs
  await client.textToDialogue.convert({ inputs: [{ text: recording.reply, voiceId: 'voice' }] }); // ~> content.llm_prompt elevenlabs
  await client.speechToText.convert({ file: recording.data, modelId: 'scribe_v2' }); // ~> content.voice elevenlabs
  await client.speechToSpeech.convert('voice', { audio: recording.data }); // ~> content.voice elevenlabs
  await client.voices.ivc.create({ name: 'A', files: [recording.data] }); // ~> content.voice elevenlabs
  await client.conversationalAi.twilio.outboundCall({ agentId: '1', agentPhoneNumberId: '2', toNumber: user.phone }); // ~> contact.phone elevenlabs
  await client.conversationalAi.knowledgeBase.documents.createFromText({ text: recording.reply, name: 'a' }); // ~> content.free_text elevenlabs
  await client.voices.search();
});

import { AssemblyAI } from 'assemblyai';
import { inbox } from '@acme/inbox';

interface Recording { data: Buffer; address: string; question: string }

const client = new AssemblyAI({ apiKey: 'key' });

inbox.on('recording', async (recording: Recording) => {
  await client.transcripts.transcribe({ audio: recording.data, speaker_labels: true }); // ~> content.voice assemblyai
  await client.transcripts.submit({ audio: recording.data }); // ~> content.voice assemblyai
  await client.files.upload(recording.data); // ~> content.voice assemblyai
  await client.sync.transcribe(recording.data); // ~> content.voice assemblyai
  const live = client.streaming.transcriber({ sampleRate: 16000 });
  live.sendAudio(recording.data); // ~> content.voice assemblyai
  await client.lemur.task({ transcript_ids: ['1'], prompt: recording.question }); // ~> content.llm_prompt assemblyai
  await client.llmGateway.chatCompletions({ model: 'a', messages: [{ role: 'user', content: recording.question }] }); // ~> content.llm_prompt assemblyai
  await client.transcripts.get('1');
});

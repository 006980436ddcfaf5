import { SessionsClient } from '@google-cloud/dialogflow';
import { DocumentProcessorServiceClient } from '@google-cloud/documentai';
import language from '@google-cloud/language';
import { SpeechClient } from '@google-cloud/speech';
import { TextToSpeechClient } from '@google-cloud/text-to-speech';
import { TranslationServiceClient, v2 } from '@google-cloud/translate';
import vision from '@google-cloud/vision';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string }
interface Line { text: string; file: Blob }

const translate = new v2.Translate();
const translation = new TranslationServiceClient();
const speech = new SpeechClient();
const voice = new TextToSpeechClient();
const sentiment = new language.LanguageServiceClient();
const images = new vision.ImageAnnotatorClient();
const sessions = new SessionsClient();
const documents = new DocumentProcessorServiceClient();

inbox.on('line', async (user: User, line: Line) => {
  await translate.translate(line.text, 'en'); // ~> content.free_text google-vertex-ai
  await translation.translateText({ parent: 'p', contents: [line.text], targetLanguageCode: 'en' }); // ~> content.free_text google-vertex-ai
  await speech.recognize({ config: {}, audio: { content: line.file } }); // ~> content.voice google-vertex-ai
  await voice.synthesizeSpeech({ input: { text: line.text }, voice: {} }); // ~> content.free_text google-vertex-ai
  await sentiment.analyzeSentiment({ document: { content: line.text, type: 'PLAIN_TEXT' } }); // ~> content.free_text google-vertex-ai
  await images.textDetection(line.file); // ~> content.file google-vertex-ai
  await sessions.detectIntent({ session: 's', queryInput: { text: { text: line.text } } }); // ~> content.message google-vertex-ai
  await documents.processDocument({ name: 'n', rawDocument: { content: line.file } }); // ~> content.file google-vertex-ai
});

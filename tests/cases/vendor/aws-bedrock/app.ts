import { BedrockRuntime, BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
import { ChatBedrockConverse } from '@langchain/aws';
import { inbox } from '@acme/inbox';

const client = new BedrockRuntimeClient({ region: 'eu-central-1' });
const bedrock = new BedrockRuntime({ region: 'eu-central-1' });
const anthropic = new AnthropicBedrock();
const chat = new ChatBedrockConverse({ model: 'claude' });

inbox.on('question', async (question: { text: string }) => {
  await client.send(new ConverseCommand({ modelId: 'm', messages: [{ role: 'user', content: [{ text: question.text }] }] })); // ~> content.llm_prompt aws-bedrock
  await client.send(new InvokeModelCommand({ modelId: 'm', body: JSON.stringify({ prompt: question.text }) })); // ~> content.llm_prompt aws-bedrock
  await bedrock.converse({ modelId: 'm', messages: [{ role: 'user', content: [{ text: question.text }] }] }); // ~> content.llm_prompt aws-bedrock
  await anthropic.messages.create({ model: 'm', max_tokens: 10, messages: [{ role: 'user', content: question.text }] }); // ~> content.llm_prompt aws-bedrock
  await chat.invoke(question.text); // ~> content.llm_prompt aws-bedrock
  await client.send(new ConverseCommand({ modelId: 'm', messages: [{ role: 'user', content: [{ text: 'Hello' }] }] }));
});

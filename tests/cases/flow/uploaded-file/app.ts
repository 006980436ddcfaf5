import OpenAI, { toFile } from 'openai';

const openai = new OpenAI();

export async function handler(request, response) {
  await openai.files.create({ file: await toFile(request.file.buffer), purpose: 'assistants' }); // ~> content.file openai
  await openai.files.list({ purpose: 'assistants' });
}

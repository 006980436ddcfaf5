import express from 'express';
import OpenAI from 'openai';

const openai = new OpenAI();
const app = express();

app.post('/ask', async (req, res) => {
  const answer = await openai.chat.completions.create({
    model: 'gpt-4o',
    messages: [{ role: 'user', content: req.body.prompt }], // ~> content.llm_prompt openai
  });
  res.json(answer.choices[0]);
});

import OpenAI from "openai";
import { queue } from "./queue";

const openai = new OpenAI();

queue.process(async (job) => {
  const turn = job.data.turn;
  await openai.chat.completions.create({
    model: "gpt-5",
    messages: [
      {
        role: turn.author,
        tool_call_id: turn.call,
        content: turn.said, // ~> content.llm_prompt openai
      },
    ],
  });
});

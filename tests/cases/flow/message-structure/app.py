from openai import OpenAI

from .queue import queue

client = OpenAI()


@queue.task
def answer(turn):
    client.chat.completions.create(
        model="gpt-5",
        messages=[
            {
                "role": turn.author,
                "tool_call_id": turn.call,
                "content": turn.said,  # ~> content.llm_prompt openai
            },
        ],
    )

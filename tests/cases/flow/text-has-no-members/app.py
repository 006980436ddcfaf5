from anthropic import Anthropic
from flask import Flask, request

app = Flask(__name__)
client = Anthropic()


def call(messages):
    out = []
    if isinstance(messages, str):
        out.append({"role": "user", "content": messages})
    else:
        for message in messages:
            out.append({"role": "assistant", "content": message.get("content"), "tool_calls": message.get("calls")})
    return client.messages.create(model="m", max_tokens=10, messages=out)


@app.post("/ask")
def ask():
    question = f"Answer this: {request.json['question']}"  # ~> content.llm_prompt anthropic
    return call(question)

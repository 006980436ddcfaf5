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


@app.post("/copy")
def copied():
    message = {"role": "user", "content": request.json["text"], "note": request.json["user"]}
    kept = {key: value for key, value in message.items() if key not in ("note", "cache")}
    return client.messages.create(model="m", max_tokens=10, messages=[{"role": "user", "content": kept.get("cache")}])

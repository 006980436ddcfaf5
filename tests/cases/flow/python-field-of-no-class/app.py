from dataclasses import dataclass

from flask import Flask, request
from openai import OpenAI

app = Flask(__name__)
client = OpenAI()


@dataclass
class TextPart:
    text: str


@dataclass
class PicturePart:
    picture: str


def formatted(part):
    if isinstance(part, TextPart):
        return {"type": "text", "text": part.text}
    if isinstance(part, PicturePart):
        return {"type": "image_url", "image_url": part.picture}
    return None


def send(parts):
    content = [formatted(part) for part in parts]
    client.chat.completions.create(model="m", messages=[{"role": "user", "content": content}])


@app.post("/ask")
def ask():
    send([TextPart("Describe."), PicturePart("https://example.com/a.png")])
    send([TextPart(request.json["question"])])  # ~> content.llm_prompt openai
    return "ok"

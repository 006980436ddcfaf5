import importlib

from flask import Flask, request
from openai import OpenAI

app = Flask(__name__)


class OpenAiModel:
    def __init__(self):
        self.client = OpenAI()

    def generate(self, messages):  # ~? nothing here calls it
        return self.client.chat.completions.create(model="m", messages=messages)


def load(path):
    module, name = path.rsplit(".", 1)
    return getattr(importlib.import_module(module), name)  # ~? known only when it runs


@app.post("/ask")
def ask():
    model = load(app.config["MODEL"])()
    return model.generate([{"role": "user", "content": request.json["q"]}])

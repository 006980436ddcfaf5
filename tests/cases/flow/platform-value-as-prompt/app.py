import os
import time

from flask import Flask, request
from openai import OpenAI
from opening_store import load_config
from prompt_library import SUMMARY_TEMPLATE

app = Flask(__name__)
client = OpenAI()


class Answerer:
    def __init__(self, config):
        self.config = config

    def answer(self, question):
        send(self.config.opening)
        send(os.path.join("prompts", "start.txt"))
        send(os.environ["OPENING"])
        send(f"It is {time.ctime()}.")
        send(SUMMARY_TEMPLATE)
        for tool in self.config.registry.tools:
            send(tool.description)
        return send(question)


def send(text):
    return client.chat.completions.create(model="m", messages=[{"role": "user", "content": text}])


@app.post("/ask")
def ask():
    answerer = Answerer(load_config())
    answerer.answer(request.json["question"])  # ~> content.llm_prompt openai
    return "ok"

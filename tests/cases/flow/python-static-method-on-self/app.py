from anthropic import Anthropic
from flask import Flask, request
from openai import OpenAI

app = Flask(__name__)


class Model:
    def ask(self, question):
        return self.answer(question)


class FirstModel(Model):
    def answer(self, question):
        return self._send(question)

    @staticmethod
    def _send(text):
        return OpenAI().chat.completions.create(model="m", messages=[{"role": "user", "content": text}])


class SecondModel(Model):
    def answer(self, question):
        return self._send(question)

    @staticmethod
    def _send(text):
        return Anthropic().messages.create(model="m", max_tokens=9, messages=[{"role": "user", "content": text}])


@app.post("/first")
def first():
    FirstModel().answer(request.json["first"])  # ~> content.llm_prompt openai
    return "ok"


@app.post("/second")
def second():
    SecondModel().answer(request.json["second"])  # ~> content.llm_prompt anthropic
    return "ok"

from flask import Flask, request
from openai import OpenAI

app = Flask(__name__)


class Model:
    def ask(self, messages):
        raise NotImplementedError

    def _formatted(self, messages):
        return self._cleaned([dict(message) for message in messages])

    def _cleaned(self, messages):
        for message in messages:
            message.pop("files", None)
        return messages


class PlainModel(Model):
    def ask(self, messages):
        return self._cleaned(messages)

    def _cleaned(self, messages):
        return [{"role": "user", "content": "nothing"}]


class RemoteModel(Model):
    def ask(self, messages):
        sent = [{"role": m.get("role"), "content": m.get("content", "")} for m in self._formatted(messages)]
        return OpenAI().chat.completions.create(model="m", messages=sent)


class Agent:
    def __init__(self, model: Model):
        self.model = model

    def run(self, task):
        return self.model.ask([{"role": "user", "content": task}])


@app.post("/tasks")
def tasks():
    Agent(RemoteModel()).run(request.json["task"])  # ~> content.llm_prompt openai
    return "ok"

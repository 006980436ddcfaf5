from string import Template

from flask import Flask, request
from jinja2 import Environment, Template as Jinja
from openai import OpenAI

app = Flask(__name__)
client = OpenAI()
QUESTION = "Answer the question: $question"


def send(prompt):
    return client.completions.create(model="m", prompt=prompt)


class Asker:
    def __init__(self, template):
        self.template = template

    def ask(self, question):
        return send(self.template.replace("QUESTION", question))


@app.post("/ask")
def ask():
    send(f"Answer: {request.json['q']}")  # ~> content.llm_prompt openai
    send("Answer: {}".format(request.json["q"]))  # ~> content.llm_prompt openai
    send("Answer: {q}".format_map({"q": request.json["q"]}))  # ~> content.llm_prompt openai
    send(Template(QUESTION).substitute(question=request.json["q"]))  # ~> content.llm_prompt openai
    send(Jinja("Answer: {{ q }}").render(q=request.json["q"]))  # ~> content.llm_prompt openai
    send(Environment().from_string("{{ q }}").render({"q": request.json["q"]}))  # ~> content.llm_prompt openai
    Asker("Answer: QUESTION").ask(request.json["q"])  # ~> content.llm_prompt openai
    return "ok"

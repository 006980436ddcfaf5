from itertools import repeat

from flask import Flask, request
from mixpanel import Mixpanel
from openai import OpenAI
from tqdm import tqdm

app = Flask(__name__)
client = OpenAI()
mp = Mixpanel("token")


def ask(contexts):
    for context in list(repeat(contexts, 2)):
        client.completions.create(model="m", prompt=context)


def mail(users):
    for user in tqdm(users):
        mp.people_set("1", {"contact": user.email})


class Team:
    members: list


@app.post("/ask")
def route():
    ask(request.json["context"])  # ~> content.llm_prompt openai
    mail(request.json["users"])  # ~> contact.email mixpanel
    return "ok"

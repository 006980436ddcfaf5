import ast
from itertools import repeat
from string import Template

from openai import OpenAI
from somewhere import batched
from tqdm import tqdm

client = OpenAI()


def embed(texts):  # ~? nothing here calls it
    for text in tqdm(texts):
        client.embeddings.create(model="m", input=text)


def embed_batches(texts):  # ~? nothing here calls it
    for batch in batched(texts, 20):
        client.embeddings.create(model="m", input=batch)


class Metric:
    def __init__(self, template, context=None):
        self.template = template
        self.context = context

    def score(self, data):  # ~? nothing here calls it
        prompt = Template(self.template).substitute(question=data)
        client.completions.create(model="m", prompt=prompt)

    def contexts(self, count):
        for context in list(repeat(self.context, count)):
            client.completions.create(model="m", prompt=context)

    def parsed(self):
        client.completions.create(model="m", prompt=ast.parse(self.template))


class Memory:
    def add(self, text):
        return text


class Remote:
    def __init__(self, data):
        self.contact = data.get("contact")


class Store:
    def __init__(self, key=None, data=None):
        self.inner = Remote(data) if key else Memory()

    def create(self):
        client.completions.create(model="m", prompt=self.inner.contact)


def main():
    Store().create()

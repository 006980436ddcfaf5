import numpy as np
from openai import OpenAI

client = OpenAI()


def send(prompt):
    return client.chat.completions.create(model="m", messages=[{"role": "user", "content": prompt}])


def check():
    said = send("Name three colours.").choices[0].message.content
    claims = np.array([claim for claim in said.split("\n") if claim])
    send("Are these colours? " + "\n".join(claims))


check()

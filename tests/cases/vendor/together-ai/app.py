from flask import Flask, request
from together import Together

app = Flask(__name__)
client = Together()


@app.post("/ask")
def ask():
    question = request.json["question"]  # ~> content.llm_prompt together-ai
    client.chat.completions.create(model="m", messages=[{"role": "user", "content": question}])
    client.chat.completions.with_raw_response.create(model="m", messages=[{"role": "user", "content": question}])
    client.embeddings.create(model="m", input=question)
    return "", 204

from flask import Flask, request
from together import Together

app = Flask(__name__)
client = Together()


@app.post("/ask")
def ask():
    question = request.json["question"]
    client.chat.completions.create(model="m", messages=[{"role": "user", "content": question}])  # ~> content.llm_prompt together-ai
    client.chat.completions.with_raw_response.create(model="m", messages=[{"role": "user", "content": question}])  # ~> content.llm_prompt together-ai
    client.embeddings.create(model="m", input=question)  # ~> content.llm_prompt together-ai
    return "", 204

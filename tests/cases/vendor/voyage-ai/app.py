import voyageai
from flask import Flask, request

app = Flask(__name__)
client = voyageai.Client()


@app.post("/ask")
def ask():
    question = request.json["question"]  # ~> content.llm_prompt voyage-ai
    client.embed([question], model="voyage-3")
    client.rerank(question, ["a", "b"], model="rerank-2")
    return "", 204

import voyageai
from flask import Flask, request

app = Flask(__name__)
client = voyageai.Client()


@app.post("/ask")
def ask():
    question = request.json["question"]
    client.embed([question], model="voyage-3")  # ~> content.llm_prompt voyage-ai
    client.rerank(question, ["a", "b"], model="rerank-2")  # ~> content.llm_prompt voyage-ai
    return "", 204

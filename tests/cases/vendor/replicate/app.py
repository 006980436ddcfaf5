import replicate
from flask import Flask, request

app = Flask(__name__)


@app.post("/ask")
def ask():
    question = request.json["question"]  # ~> content.llm_prompt replicate
    replicate.run("meta/meta-llama-3-8b-instruct", input={"prompt": question})
    replicate.Client(api_token="t").stream("m", input={"prompt": question})
    return "", 204

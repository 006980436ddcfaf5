import replicate
from flask import Flask, request

app = Flask(__name__)


@app.post("/ask")
def ask():
    question = request.json["question"]
    replicate.run("meta/meta-llama-3-8b-instruct", input={"prompt": question})  # ~> content.llm_prompt replicate
    replicate.Client(api_token="t").stream("m", input={"prompt": question})  # ~> content.llm_prompt replicate
    return "", 204

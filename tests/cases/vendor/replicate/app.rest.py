import replicate
from flask import Flask, request

app = Flask(__name__)


@app.post("/ask")
def ask():
    replicate.deployments.predictions.create("acme/llama", {"prompt": request.form["question"]})  # ~> content.llm_prompt replicate
    replicate.files.create(request.files["photo"])  # ~> content.file replicate
    return "", 204

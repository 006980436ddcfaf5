import boto3
from flask import Flask, request

app = Flask(__name__)


class Model:
    def __init__(self):
        self.client = boto3.client(service_name="bedrock-runtime")

    def ask(self, question):
        return self.client.converse(modelId="m", messages=[{"role": "user", "content": [{"text": question}]}])


@app.post("/ask")
def ask():
    return Model().ask(request.json["question"])  # ~> content.llm_prompt aws-bedrock

from flask import Flask, request
from mem0 import MemoryClient

app = Flask(__name__)
client = MemoryClient(api_key="k")


@app.post("/chat")
def chat():
    body = request.json
    client.add([{"role": "user", "content": body["prompt"]}], user_id=body["user_id"])  # ~> content.llm_prompt mem0, identifier.user_id mem0
    client.search(body["query"], user_id=body["user_id"])  # ~> behavior.search_query mem0, identifier.user_id mem0
    return "", 204

from flask import Flask, request
from pinecone import Pinecone

app = Flask(__name__)
index = Pinecone(api_key="k").Index("notes")


@app.post("/notes")
def notes():
    body = request.json
    index.upsert(vectors=[{"id": "1", "values": [0.1], "metadata": {"text": body["note"], "email": body["email"]}}])  # ~> contact.email pinecone, content.free_text pinecone
    index.search(namespace="n", query={"inputs": {"text": body["query"]}, "top_k": 3})  # ~> behavior.search_query pinecone
    return "", 204

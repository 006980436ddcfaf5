from flask import Flask, request
from qdrant_client import QdrantClient

app = Flask(__name__)
client = QdrantClient(url="https://x.cloud.qdrant.io")


@app.post("/notes")
def notes():
    body = request.json
    client.upsert(collection_name="notes", points=[{"id": 1, "vector": [0.1], "payload": {"email": body["email"]}}])  # ~> contact.email qdrant
    client.set_payload("notes", {"email": body["email"]}, points=[1])  # ~> contact.email qdrant
    return "", 204

from flask import Flask, request
from qdrant_client import QdrantClient

app = Flask(__name__)
client = QdrantClient(url="https://x.cloud.qdrant.io")


@app.post("/notes")
def notes():
    body = request.json
    client.upsert(collection_name="notes", points=[{"id": 1, "vector": [0.1], "payload": {"email": body["email"]}}])  # ~> contact.email qdrant
    client.set_payload("notes", {"phone": body["phone"]}, points=[1])  # ~> contact.phone qdrant
    return "", 204

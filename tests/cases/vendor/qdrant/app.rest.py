from flask import Flask, request
from qdrant_client import QdrantClient, models

app = Flask(__name__)
client = QdrantClient(url="https://a.cloud.qdrant.io", api_key="key")


@app.post("/notes")
def notes():
    body = request.json
    client.overwrite_payload("notes", {"email": body["email"]}, points=[1])  # ~> contact.email qdrant
    client.query_points("notes", query=models.Document(text=body["question"], model="bge"), limit=3)  # ~> behavior.search_query qdrant
    client.query_points("notes", query=[0.1], query_filter={"must": [{"key": "email", "match": {"value": body["email"]}}]})  # ~> contact.email qdrant
    client.delete("notes", points_selector=[1])
    return "", 204

from flask import Flask, request
from pymilvus import MilvusClient

app = Flask(__name__)
client = MilvusClient(uri="https://a.zillizcloud.com", token="key")


@app.post("/notes")
def notes():
    body = request.json
    client.insert(collection_name="notes", data=[{"id": 1, "vector": [0.1], "text": body["note"], "email": body["email"]}])  # ~> contact.email zilliz, content.free_text zilliz
    client.upsert("notes", [{"id": 1, "email": body["email"]}])  # ~> contact.email zilliz
    client.search("notes", data=[[0.1]], filter=f"email == '{body['email']}'", limit=3)  # ~> contact.email zilliz
    client.query(collection_name="notes", filter="id > 1")
    client.drop_collection("notes")
    return "", 204

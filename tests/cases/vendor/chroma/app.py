import chromadb
from flask import Flask, request

app = Flask(__name__)
cloud = chromadb.CloudClient(api_key="k").get_or_create_collection("notes")
local = chromadb.Client().get_or_create_collection("notes")


@app.post("/notes")
def notes():
    body = request.json
    cloud.add(ids=["1"], documents=[body["note"]], metadatas=[{"email": body["email"]}])  # ~> contact.email chroma, content.free_text chroma
    cloud.query(query_texts=[body["query"]])  # ~> behavior.search_query chroma
    local.add(ids=["1"], documents=[body["note"]])
    return "", 204

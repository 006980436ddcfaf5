import weaviate
from flask import Flask, request

app = Flask(__name__)
client = weaviate.connect_to_weaviate_cloud(cluster_url="https://a.weaviate.cloud", auth_credentials="key")
local = weaviate.connect_to_local()


@app.post("/notes")
def notes():
    body = request.json
    collection = client.collections.get("Note")
    collection.data.insert({"text": body["note"], "email": body["email"]})  # ~> contact.email weaviate, content.free_text weaviate
    collection.data.insert(properties={"email": body["email"]})  # ~> contact.email weaviate
    collection.data.insert_many([{"email": body["email"]}])  # ~> contact.email weaviate
    collection.data.update(uuid="1", properties={"email": body["email"]})  # ~> contact.email weaviate
    collection.data.replace("1", {"email": body["email"]})  # ~> contact.email weaviate
    collection.query.near_text(query=body["question"], limit=3)  # ~> behavior.search_query weaviate
    collection.query.bm25(body["question"])  # ~> behavior.search_query weaviate
    client.collections.use("Note").query.hybrid(body["question"])  # ~> behavior.search_query weaviate
    collection.generate.near_text(query="notes", grouped_task=body["prompt"])  # ~> content.llm_prompt weaviate
    with collection.batch.dynamic() as batch:
        batch.add_object(properties={"email": body["email"]})  # ~> contact.email weaviate
    with client.batch.fixed_size(batch_size=10) as batch:
        batch.add_object("Note", {"email": body["email"]})  # ~> contact.email weaviate
    collection.data.delete_by_id("1")
    local.collections.get("Note").data.insert({"email": body["email"]})
    return "", 204

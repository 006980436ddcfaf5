from flask import Flask, request
from qstash import QStash
from upstash_ratelimit import FixedWindow, Ratelimit
from upstash_redis import Redis
from upstash_search import Search
from upstash_vector import Index

app = Flask(__name__)
redis = Redis.from_env()
ratelimit = Ratelimit(redis=redis, limiter=FixedWindow(max_requests=10, window=10))
index = Index.from_env()
notes = Search.from_env().index("notes")
qstash = QStash("token")


@app.post("/notes")
def keep():
    body = request.json
    ratelimit.limit(request.remote_addr)  # ~> identifier.ip_address upstash
    redis.set("user", body["email"])  # ~> contact.email upstash
    redis.setex("user", 60, body["email"])  # ~> contact.email upstash
    redis.hset("user", values={"email": body["email"]})  # ~> contact.email upstash
    redis.rpush("users", body["email"])  # ~> contact.email upstash
    redis.json.set("user", "$", {"email": body["email"]})  # ~> contact.email upstash
    index.upsert(vectors=[("1", [0.1], {"email": body["email"]})])  # ~> contact.email upstash
    index.query(data=body["question"], top_k=3)  # ~> behavior.search_query upstash
    notes.search(body["question"])  # ~> behavior.search_query upstash
    qstash.message.publish_json(url="https://acme.example/mail", body={"email": body["email"]})  # ~> contact.email upstash
    redis.get("user")
    return "", 204

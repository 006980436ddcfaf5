import serpapi
from flask import Flask, request
from langchain_community.utilities import SerpAPIWrapper

app = Flask(__name__)
client = serpapi.Client(api_key="key")


@app.post("/ask")
def ask():
    client.search({"engine": "google", "q": request.form["question"]})  # ~> behavior.search_query serpapi
    client.search(q=request.form["question"])  # ~> behavior.search_query serpapi
    SerpAPIWrapper().run(request.form["question"])  # ~> behavior.search_query serpapi
    return "", 204

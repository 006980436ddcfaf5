from flask import Flask, request
from serpapi import GoogleSearch

app = Flask(__name__)


@app.post("/ask")
def ask():
    search = GoogleSearch({"q": request.form["question"], "api_key": "key"})  # ~> behavior.search_query serpapi
    return search.get_dict()

import requests
from flask import Flask, request
from langchain_community.utilities import GoogleSerperAPIWrapper

app = Flask(__name__)
wrapper = GoogleSerperAPIWrapper()


@app.post("/ask")
def ask():
    wrapper.run(request.form["question"])  # ~> behavior.search_query serper
    requests.post("https://google.serper.dev/search", json={"q": request.form["email"]}, headers={"X-API-KEY": "key"})  # ~> contact.email serper
    return "", 204

import requests
from flask import Flask, request
from langchain_community.utilities import SearchApiAPIWrapper

app = Flask(__name__)
wrapper = SearchApiAPIWrapper(engine="google")


@app.post("/ask")
def ask():
    wrapper.run(request.form["question"])  # ~> behavior.search_query searchapi
    requests.get("https://www.searchapi.io/api/v1/search", params={"q": request.form["email"]})  # ~> contact.email searchapi
    return "", 204

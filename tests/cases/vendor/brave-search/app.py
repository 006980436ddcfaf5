from brave import Brave
from flask import Flask, request
from langchain_community.utilities import BraveSearchWrapper

app = Flask(__name__)
brave = Brave()
wrapper = BraveSearchWrapper(api_key="key")


@app.post("/ask")
def ask():
    brave.search(q=request.form["question"], count=5)  # ~> behavior.search_query brave-search
    wrapper.run(request.form["question"])  # ~> behavior.search_query brave-search
    return "", 204

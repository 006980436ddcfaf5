from firecrawl import Firecrawl
from flask import Flask, request

app = Flask(__name__)
firecrawl = Firecrawl(api_key="key")


@app.post("/ask")
def ask():
    firecrawl.search(request.form["question"], limit=5)  # ~> behavior.search_query firecrawl
    firecrawl.extract(["https://acme.example"], prompt=request.form["question"])  # ~> content.llm_prompt firecrawl
    firecrawl.parse(request.files["document"])  # ~> content.file firecrawl
    firecrawl.scrape("https://acme.example")
    return "", 204

from flask import Flask, request
from langchain_tavily import TavilySearch
from tavily import TavilyClient

app = Flask(__name__)
client = TavilyClient(api_key="key")
tool = TavilySearch(max_results=5)


@app.post("/ask")
def ask():
    client.search(request.form["question"], max_results=5)  # ~> behavior.search_query tavily
    client.search(query=request.form["question"])  # ~> behavior.search_query tavily
    client.research(input=request.form["question"])  # ~> content.llm_prompt tavily
    tool.invoke({"query": request.form["question"]})  # ~> behavior.search_query tavily
    return "", 204

from exa_py import Exa
from flask import Flask, request

app = Flask(__name__)
exa = Exa(api_key="key")


@app.post("/ask")
def ask():
    exa.search_and_contents(request.form["question"], text=True)  # ~> behavior.search_query exa
    exa.answer(query=request.form["question"])  # ~> content.llm_prompt exa
    return "", 204

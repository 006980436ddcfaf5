from flask import Flask, request
from portkey_ai import Portkey

app = Flask(__name__)


@app.post("/ask")
def ask():
    portkey = Portkey(api_key="key", metadata={"email": request.form["email"]})  # ~> contact.email portkey
    portkey.chat.completions.create(model="gpt", messages=[{"role": "user", "content": request.form["question"]}])  # ~> content.llm_prompt portkey
    portkey.prompts.completions.create(prompt_id="1", variables={"question": request.form["question"]})  # ~> content.llm_prompt portkey
    return "", 204

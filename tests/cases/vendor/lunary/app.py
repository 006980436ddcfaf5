import lunary
from flask import Flask, request

app = Flask(__name__)
lunary.config(app_id="x")


@app.post("/chat")
def chat():
    body = request.json
    thread = lunary.open_thread(user_id=body["user_id"], user_props={"email": body["email"]})  # ~> identifier.user_id lunary, contact.email lunary
    thread.track_message({"role": "user", "content": body["prompt"]})  # ~> content.llm_prompt lunary
    with lunary.identify(body["user_id"], user_props={"email": body["email"]}):  # ~> identifier.user_id lunary, contact.email lunary
        lunary.track_event("llm", "start", run_id="1", input=body["prompt"])  # ~> content.llm_prompt lunary
    lunary.track_feedback("1", {"comment": body["comment"]})  # ~> content.free_text lunary
    return "", 204

import agentops
from flask import Flask, request

app = Flask(__name__)
agentops.init(api_key="key")


@app.post("/ask")
def ask():
    agentops.start_trace("ask", tags={"email": request.form["email"]})  # ~> contact.email agentops
    agentops.update_trace_metadata({"email": request.form["email"]})  # ~> contact.email agentops
    agentops.end_trace()
    return "", 204

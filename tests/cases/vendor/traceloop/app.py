from flask import Flask, request
from traceloop.sdk import Traceloop

app = Flask(__name__)
traceloop = Traceloop.init(app_name="acme", api_key="key")


@app.post("/ask")
def ask():
    Traceloop.set_association_properties({"email": request.form["email"]})  # ~> contact.email traceloop
    traceloop.user_feedback.create("a", "1", {"email": request.form["email"]})  # ~> contact.email traceloop
    return "", 204

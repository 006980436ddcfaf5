from browserbase import Browserbase
from flask import Flask, request

app = Flask(__name__)
bb = Browserbase(api_key="key")


@app.post("/run")
def run():
    session = bb.sessions.create(project_id="a", user_metadata={"email": request.form["email"]})  # ~> contact.email browserbase
    bb.sessions.uploads.create(session.id, file=request.files["document"])  # ~> content.file browserbase
    return "", 204

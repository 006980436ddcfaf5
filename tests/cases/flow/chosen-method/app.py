from flask import Flask, request
from mixpanel import Mixpanel

app = Flask(__name__)
client = Mixpanel("token")


@app.post("/signup")
def signup():
    email = request.json["email"]  # ~> contact.email mixpanel
    user_id = request.json["user"]["id"]  # ~> identifier.user_id mixpanel
    method = "people_set" if request.json.get("first") else "people_set_once"
    getattr(client, method)(user_id, {"who": email})

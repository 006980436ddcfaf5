from flask import Flask, request
from mixpanel import Mixpanel

app = Flask(__name__)
client = Mixpanel("token")


def send(properties):
    kept = {key: value for key, value in properties.items() if key != "password"}
    client.track("id", "sign up", {"who": kept["address"]})


@app.post("/signup")
def signup():
    send({"address": request.json["email"], "plan": "free"})  # ~> contact.email mixpanel

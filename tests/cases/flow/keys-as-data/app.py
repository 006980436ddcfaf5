from flask import Flask, request
from mixpanel import Mixpanel

app = Flask(__name__)
client = Mixpanel("token")


@app.post("/send")
def send():
    plans = {}
    for member in request.json["members"]:
        plans[member["email"]] = "free"  # ~> contact.email mixpanel
    client.track("id", "sent", {"to": list(plans.keys())})

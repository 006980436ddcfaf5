import requests
from flask import Flask, request

app = Flask(__name__)


def send(**options):
    timeout = options.pop("timeout", 10)
    return requests.request(**options, timeout=timeout)


@app.post("/signup")
def signup():
    email = request.json["email"]  # ~> contact.email mixpanel
    send(method="POST", url="https://api.mixpanel.com/track", json={"who": email})

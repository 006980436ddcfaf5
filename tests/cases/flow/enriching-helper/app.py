from flask import request
from segment import analytics


def track(event, properties):
    analytics.track("anonymous", event, {**properties, "from": request.remote_addr})  # ~> identifier.ip_address segment


@app.route("/buy")
def buy():
    track("bought", {"plan": "pro"})

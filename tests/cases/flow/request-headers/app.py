import segment.analytics as analytics
from flask import request


@app.get("/")
def home():
    analytics.track(
        "anonymous",
        "seen",
        {
            "agent": request.headers.get("User-Agent"),  # ~> device.user_agent segment
            "via": request.headers["Referer"],  # ~> behavior.referrer segment
        },
    )

import json

import requests


def view(request):
    body = json.dumps({"event": "seen", "contact": request.user.email})  # ~> contact.email posthog
    requests.post("https://eu.i.posthog.com/capture/", data=body)

import requests

BASE = "https://api.mixpanel.com"


def view(request):
    requests.post(f"{BASE}/engage", json=[{"$set": {"contact": request.user.email}}])  # ~> contact.email mixpanel

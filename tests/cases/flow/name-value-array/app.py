import requests


def view(request):
    user = request.user
    requests.post(
        "https://api.hsforms.com/submissions/v3/integration/submit/1/2",
        json={"fields": [{"name": "email", "value": user.email}]},  # ~> contact.email hubspot
    )

import requests


def purchase(request):
    requests.post(
        "https://www.google-analytics.com/mp/collect",
        params={"measurement_id": "G-1", "api_secret": "x"},
        json={
            "client_id": request.COOKIES["_ga"],  # ~> identifier.cookie_id google-analytics
            "user_id": request.user.id,  # ~> identifier.user_id google-analytics
            "events": [{"name": "purchase"}],
        },
    )

from posthog import Posthog

_client = None


def get_client():
    global _client
    if _client is None:
        _client = Posthog("phc_key")
    return _client


def view(request):
    get_client().capture("seen", distinct_id="x", properties={"contact": request.user.email})  # ~> contact.email posthog

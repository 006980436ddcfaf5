from posthog import Posthog

posthog = Posthog("phc_key")


def view(request):
    identity = {"contact": request.user.email}  # ~> contact.email posthog
    posthog.capture("seen", distinct_id="x", properties={**identity, "plan": "pro"})

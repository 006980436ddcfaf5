from posthog import Posthog

posthog = Posthog("phc_key")


def tracker(event):
    return lambda properties: posthog.capture(event, distinct_id="x", properties=properties)


def view(request):
    tracker("seen")({"contact": request.user.email})  # ~> contact.email posthog

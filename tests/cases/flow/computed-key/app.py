from posthog import Posthog

posthog = Posthog("phc_key")


def send(key, value):
    posthog.capture("changed", distinct_id="x", properties={key: value})


def view(request):
    send("contact", request.user.email)  # ~> contact.email posthog

import dramatiq
from posthog import Posthog

posthog = Posthog("phc_key")


@dramatiq.actor
def remember(contact):
    posthog.capture("seen", distinct_id="x", properties={"value": contact})


def view(request):
    remember.send(request.user.email)  # ~> contact.email posthog

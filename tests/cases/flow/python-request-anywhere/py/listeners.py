from posthog import Posthog

posthog = Posthog("phc_key")


def remember(sender, request, user, **kwargs):
    posthog.capture(
        "login",
        distinct_id="x",
        properties={
            "to": user.email,  # ~> contact.email posthog
            "from": request.META["REMOTE_ADDR"],  # ~> identifier.ip_address posthog
        },
    )

from posthog import Posthog

posthog = Posthog("phc_key")


def view(request, kind):
    match kind:
        case "mail":
            value = request.user.email  # ~> contact.email posthog
        case _:
            value = "none"
    posthog.capture("seen", distinct_id="x", properties={"value": value})

from posthog import Posthog

posthog = Posthog("phc_key")


def view(request, key):  # ~> identifier.user_id posthog
    posthog.identify(key)

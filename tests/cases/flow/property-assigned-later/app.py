from posthog import Posthog

posthog = Posthog("phc_key")


def view(request):
    properties = {}
    properties["plan"] = "pro"
    properties["contact"] = request.user.email  # ~> contact.email posthog
    posthog.capture("seen", distinct_id="x", properties=properties)

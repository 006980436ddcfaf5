from posthog import Posthog

posthog = Posthog("phc_key")


def view(request):
    posthog.capture("viewed", distinct_id="x", properties={"via": request.META.get("HTTP_REFERER")})  # ~> behavior.referrer posthog

import sentry_sdk


class SentryUserMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        sentry_sdk.set_user({"email": request.user.email})  # ~> contact.email sentry
        sentry_sdk.set_tag("agent", request.META.get("HTTP_USER_AGENT", ""))  # ~> device.user_agent sentry
        return self.get_response(request)

import sentry_sdk


def view(request):
    sentry_sdk.capture_message(f"failed for {request.user.email}")  # ~> contact.email sentry

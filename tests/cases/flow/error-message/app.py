import sentry_sdk


def view(request):
    sentry_sdk.capture_message("no account for %s" % request.user.email)  # ~> contact.email sentry

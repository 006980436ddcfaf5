import sentry_sdk


def view(request):
    contact = request.user.email  # ~> contact.email sentry
    sentry_sdk.set_tag("contact", contact)

import sentry_sdk


def view(request):
    with sentry_sdk.new_scope() as scope:
        scope.set_extra("contact", request.user.email)  # ~> contact.email sentry
        sentry_sdk.capture_message("failed")

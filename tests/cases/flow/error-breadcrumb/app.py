import sentry_sdk


def view(request):
    sentry_sdk.add_breadcrumb(category="auth", message=f"signed in as {request.user.email}")  # ~> contact.email sentry

import sentry_sdk


def view(request):
    try:
        charge(request)
    except PaymentError:
        sentry_sdk.set_user({"email": request.user.email})  # ~> contact.email sentry
        raise

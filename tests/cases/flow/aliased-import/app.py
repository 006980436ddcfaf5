from sentry_sdk import set_user as remember

def profile(request):
    remember({"email": request.user.email})  # ~> contact.email sentry

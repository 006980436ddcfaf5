from core import analytics


def view(request):
    analytics.identify(request.user.email)  # ~> contact.email posthog

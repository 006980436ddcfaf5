import segment.analytics as analytics


def view(request):
    analytics.identify("anonymous", {"profile": {"contact": request.user.profile.email}})  # ~> contact.email segment

import segment.analytics as analytics


def view(request):
    user = request.user
    traits = {
        "contact": user.email,  # ~> contact.email segment
        "label": user.full_name,  # ~> identity.name segment
    }
    analytics.identify("anonymous", traits)

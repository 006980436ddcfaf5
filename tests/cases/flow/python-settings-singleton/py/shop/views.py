from .tracking import mixpanel


def view(request):
    mixpanel.people_set("1", {"contact": request.user.email})  # ~> contact.email mixpanel

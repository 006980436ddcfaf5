try:
    from mixpanel import Mixpanel
except ImportError:
    Mixpanel = None


def view(request):
    if Mixpanel is not None:
        Mixpanel("token").people_set("1", {"contact": request.user.email})  # ~> contact.email mixpanel

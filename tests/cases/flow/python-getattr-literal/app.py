from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    mp.people_set("1", {"value": getattr(request.user, "email", None)})  # ~> contact.email mixpanel

from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    user = {"mail": request.user.email, "label": request.user.full_name}  # ~> contact.email mixpanel
    mp.people_set("1", {"value": user["mail"]})

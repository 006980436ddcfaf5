from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    if (contact := request.user.email) is not None:  # ~> contact.email mixpanel
        mp.people_set("1", {"value": contact})
    first, *others = (request.user.full_name, "plan", "seats")  # ~> identity.name mixpanel
    mp.track("server", "seen", {"label": first, "count": len(others)})

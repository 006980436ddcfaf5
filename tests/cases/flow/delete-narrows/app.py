from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    user = request.user
    payload = {"mail": user.email, "label": user.full_name}  # ~> identity.name mixpanel
    del payload["mail"]
    mp.people_set("1", payload)

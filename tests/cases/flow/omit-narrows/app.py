from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    user = request.user
    payload = {"label": user.full_name, "mail": user.email}  # ~> identity.name mixpanel
    payload.pop("mail")
    mp.people_set("1", payload)

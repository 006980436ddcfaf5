from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    payload = {"source": "web"}
    payload.update({"contact": request.user.email})  # ~> contact.email mixpanel
    mp.people_set("1", payload)

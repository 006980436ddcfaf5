from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    payload = {"contact": request.user.email}
    payload["contact"] = "hidden"
    mp.people_set("1", payload)

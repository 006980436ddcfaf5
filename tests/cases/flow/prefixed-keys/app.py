from mixpanel import Mixpanel

mp = Mixpanel("token")


def prefixed(values):
    return {f"app_{key}": value for key, value in values.items()}


def view(request):
    mp.people_set("1", prefixed({"contact": request.user.email}))  # ~> contact.email mixpanel

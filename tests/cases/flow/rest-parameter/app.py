from mixpanel import Mixpanel

mp = Mixpanel("token")


def track(event, *values):
    mp.track("server", event, {"values": list(values)})


def view(request):
    track("seen", "a", request.user.email)  # ~> contact.email mixpanel

from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    mp.track("server", "seen", {"reachable": bool(request.user.email), "anonymous": not request.user.email})

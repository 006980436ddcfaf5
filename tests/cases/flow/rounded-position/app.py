from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    position = request.user.position
    mp.track("server", "seen", {"at": round(position.latitude, 1)})  # ~> location.coarse mixpanel

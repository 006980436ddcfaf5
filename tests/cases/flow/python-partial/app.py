from functools import partial

from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    track = partial(mp.track, "server", "seen")
    track({"contact": request.user.email})  # ~> contact.email mixpanel

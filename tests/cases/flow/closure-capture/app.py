from mixpanel import Mixpanel

mp = Mixpanel("token")


def tracker_for(user):
    def track(event):
        mp.track("server", event, {"contact": user.email})

    return track


def view(request):
    track = tracker_for(request.user)  # ~> contact.email mixpanel
    track("opened")

from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request, event):
    mp.track("server", event.name, {"name": event.name})

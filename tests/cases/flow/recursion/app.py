from mixpanel import Mixpanel

mp = Mixpanel("token")


def send(items):
    if not items:
        return
    mp.track("server", "item", {"value": items[0]})
    send(items[1:])


def view(request):
    send([request.user.email])  # ~> contact.email mixpanel

from mixpanel import Mixpanel

mp = Mixpanel("token")


def on_login(user):
    mp.track("server", "login", {"contact": user.email})


def on_logout(user):
    mp.track("server", "logout")


HANDLERS = {"login": on_login, "logout": on_logout}


def view(request, kind):
    HANDLERS[kind](request.user)  # ~> contact.email mixpanel

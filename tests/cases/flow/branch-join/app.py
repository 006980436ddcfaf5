from mixpanel import Mixpanel

mp = Mixpanel("token")

def label(request, short):
    if short:
        value = request.user.full_name  # ~> identity.name mixpanel
    else:
        value = request.user.email  # ~> contact.email mixpanel
    mp.track("server", "seen", {"label": value})

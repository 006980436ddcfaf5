from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    mp.track(request.user.email, "signup")  # ~> contact.email mixpanel

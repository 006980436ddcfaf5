from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    user = request.user
    mp.track("server", "seen", {"same": user.email == user.recovery_email, "staff": "@example.com" in user.email})

from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    user = {"email": request.user.email, "plan": request.user.plan}
    mp.track("server", "seen", {"value": user["plan"]})

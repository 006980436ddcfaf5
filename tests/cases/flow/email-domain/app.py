from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    mp.track("server", "signup", {"company": request.user.email.split("@")[1]})  # ~> work.organization mixpanel

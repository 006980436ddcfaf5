from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    Account.objects.create(email=request.POST["email"])
    mp.track("server", "created", {"plan": "free"})

from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    mp.track("server", "seen", {"length": len(request.user.email), "orders": request.user.orders.count()})

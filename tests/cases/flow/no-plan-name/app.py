from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request, plan):
    mp.track("server", "upgraded", {"name": plan.name})

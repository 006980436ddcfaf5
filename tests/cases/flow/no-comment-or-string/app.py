from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    # mp.people_set("1", {"contact": request.user.email})
    hint = """mp.people_set("1", {"contact": request.user.email})"""
    mp.track("server", "seen", {"hint": len(hint)})

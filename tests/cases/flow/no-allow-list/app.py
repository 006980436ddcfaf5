from mixpanel import Mixpanel

mp = Mixpanel("token")
ALLOWED = ["plan", "seats"]


def view(request):
    user = request.user
    facts = {"plan": user.plan, "seats": user.seats, "email": user.email}
    mp.track("server", "seen", {"plan": facts["plan"], "seats": facts["seats"]})

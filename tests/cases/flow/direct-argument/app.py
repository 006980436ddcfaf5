from mixpanel import Mixpanel

mp = Mixpanel("token")


def signup(request):
    user = request.user
    mp.track(user.id, "signup", {"contact": user.email})  # ~> contact.email mixpanel, identifier.user_id mixpanel

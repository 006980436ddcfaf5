from mixpanel import Mixpanel

mp = Mixpanel("token")


def identify(user):
    mp.people_set("1", {"contact": user["email"]})


def view(request):
    user = {"email": request.user.email, "name": request.user.full_name}  # ~> contact.email mixpanel
    identify(user)

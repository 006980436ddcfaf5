from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    args = ["1", {"contact": request.user.email}]  # ~> contact.email mixpanel
    mp.people_set(*args)

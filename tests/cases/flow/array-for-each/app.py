from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    for member in request.user.members:
        mp.people_set("1", {"contact": member.email})  # ~> contact.email mixpanel

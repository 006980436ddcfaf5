from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    merged = {}
    for member in request.user.members:
        merged = {**merged, "last": member.email}  # ~> contact.email mixpanel
    mp.people_set("1", merged)

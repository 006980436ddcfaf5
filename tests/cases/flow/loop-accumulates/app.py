from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    addresses = []
    for member in request.user.members:
        addresses.append(member.email)  # ~> contact.email mixpanel
    mp.track("server", "invited", {"to": addresses})

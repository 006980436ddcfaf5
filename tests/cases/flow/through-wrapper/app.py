from mixpanel import Mixpanel

mp = Mixpanel("token")


def identify(contact):
    mp.people_set("1", {"value": contact})


def view(request):
    identify(request.user.email)  # ~> contact.email mixpanel

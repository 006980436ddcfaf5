from mixpanel import Mixpanel

mp = Mixpanel("token")


def identify(email):
    mp.people_set("1", {"contact": email})


def signup(request):
    identify(request.user.email)  # ~> contact.email mixpanel


def login(request):
    identify(request.POST["email"])  # ~> contact.email mixpanel

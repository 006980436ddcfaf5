from mixpanel import Mixpanel

mp = Mixpanel("token")
KEYS = {"contact": "$email"}


def view(request, value):  # ~> contact.email mixpanel
    mp.people_set("1", {KEYS["contact"]: value})

from mixpanel import Mixpanel

from accounts import User

mp = Mixpanel("token")


def view(request):
    match request.user:
        case User(email=str() as address):  # ~> contact.email mixpanel
            mp.people_set("1", {"contact": address})
        case User(plan=str() as plan):
            mp.people_set("1", {"plan": plan})

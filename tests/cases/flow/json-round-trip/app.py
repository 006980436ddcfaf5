import json

from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    payload = json.loads(json.dumps({"contact": request.user.email}))  # ~> contact.email mixpanel
    mp.people_set("1", payload)

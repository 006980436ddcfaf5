from functools import wraps

from django.views import View
from mixpanel import Mixpanel

mp = Mixpanel("token")


def tracked(method):
    @wraps(method)
    def inner(self, *args, **kwargs):
        mp.track("1", "called", {"who": self.owner.email})
        return method(self, *args, **kwargs)

    return inner


def logged(view):
    @wraps(view)
    def inner(self, request, *args, **kwargs):
        mp.track("1", "viewed", {"from": request.META["REMOTE_ADDR"]})  # ~> identifier.ip_address mixpanel
        return view(self, request, *args, **kwargs)

    return inner


class Account:
    def __init__(self, owner):
        self.owner = owner

    @tracked
    def rename(self, name, contact):
        mp.people_set("1", {"contact": contact})


class Profile(View):
    @logged
    def get(self, request):
        Account(request.user).rename("x", request.user.email)  # ~> contact.email mixpanel
        return "ok"

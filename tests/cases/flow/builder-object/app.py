from mixpanel import Mixpanel

mp = Mixpanel("token")


class Traits:
    def __init__(self):
        self.values = {}

    def with_email(self, email):
        self.values["contact"] = email
        return self

    def to_dict(self):
        return self.values


def update(request):
    traits = Traits().with_email(request.user.email)  # ~> contact.email mixpanel
    mp.people_set("1", traits.to_dict())

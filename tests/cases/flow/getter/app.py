from mixpanel import Mixpanel

mp = Mixpanel("token")


class Session:
    def __init__(self, user):
        self.user = user

    @property
    def contact(self):
        return self.user.email


def view(request):
    session = Session(request.user)  # ~> contact.email mixpanel
    mp.people_set("1", {"value": session.contact})

from mixpanel import Mixpanel

mp = Mixpanel("token")


class Base:
    def send(self, properties):
        mp.track("server", self.event, properties)


class Signup(Base):
    event = "signup"

    def run(self, user):
        self.send({"contact": user.email})


def view(request):
    Signup().run(request.user)  # ~> contact.email mixpanel

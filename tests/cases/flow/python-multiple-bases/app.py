from mixpanel import Mixpanel

mp = Mixpanel("token")


class Base:
    def report(self, value):
        mp.people_set("1", {"base": value})


class Plain(Base):
    pass


class Tracking(Base):
    def report(self, value):
        mp.people_set("1", {"contact": value})

    def remember(self, value):
        mp.people_set("1", {"contact": value})


class Silent:
    def report(self, value):
        return value


class Both(Plain, Tracking):
    pass


class First(Silent, Tracking):
    pass


def view(request):
    Both().report(request.user.email)  # ~> contact.email mixpanel
    First().report(request.user.email)
    First().remember(request.user.email)  # ~> contact.email mixpanel

from mixpanel import Mixpanel

mp = Mixpanel("token")


class Telemetry:
    @staticmethod
    def identify(user):
        mp.people_set("1", {"contact": user.email})


def view(request):
    Telemetry.identify(request.user)  # ~> contact.email mixpanel

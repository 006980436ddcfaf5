from mixpanel import Mixpanel


class Telemetry:
    mp = Mixpanel("token")

    def _send(self, values):
        self.mp.people_set("1", values)

    def identify(self, user):
        self._send({"contact": user.email})


def view(request):
    Telemetry().identify(request.user)  # ~> contact.email mixpanel

from posthog import Posthog

posthog = Posthog("phc_key")


class Tracker:
    def send(self, properties):
        posthog.capture("seen", distinct_id="x", properties=properties)


class Verbose(Tracker):
    def send(self, properties):
        super().send({**properties, "verbose": True})


def view(request):
    Verbose().send({"contact": request.user.email})  # ~> contact.email posthog

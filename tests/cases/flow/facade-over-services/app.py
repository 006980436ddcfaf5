from mixpanel import Mixpanel
from posthog import Posthog


class MixpanelService:
    def __init__(self):
        self.client = Mixpanel("token")

    def track(self, event, properties):
        self.client.track("server", event, properties)


class PosthogService:
    def __init__(self):
        self.client = Posthog("phc_key")

    def track(self, event, properties):
        self.client.capture(event, distinct_id="x", properties=properties)


class Facade:
    def __init__(self, services):
        self.services = services

    def track(self, event, properties):
        for service in self.services:
            service.track(event, properties)


analytics = Facade([MixpanelService(), PosthogService()])


def view(request):
    analytics.track("seen", {"contact": request.user.email})  # ~> contact.email mixpanel, contact.email posthog

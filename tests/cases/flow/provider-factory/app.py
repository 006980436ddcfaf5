from mixpanel import Mixpanel
from posthog import Posthog


class MixpanelProvider:
    client = Mixpanel("token")

    def identify(self, contact):
        self.client.people_set("1", {"value": contact})


class PosthogProvider:
    client = Posthog("phc_key")

    def identify(self, contact):
        self.client.capture("seen", distinct_id="x", properties={"value": contact})


def make(kind):
    if kind == "mixpanel":
        return MixpanelProvider()
    return PosthogProvider()


def view(request, kind):
    make(kind).identify(request.user.email)  # ~> contact.email mixpanel, contact.email posthog

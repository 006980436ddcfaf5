from django.views import View
from posthog import Posthog

posthog = Posthog("phc_key")


class HomeView(View):
    def get(self, *args, **kwargs):
        self.track("home")

    def track(self, event):
        posthog.capture(
            event,
            distinct_id="x",
            properties={
                "contact": self.request.user.email,  # ~> contact.email posthog
                "from": self.request.META["REMOTE_ADDR"],  # ~> identifier.ip_address posthog
            },
        )

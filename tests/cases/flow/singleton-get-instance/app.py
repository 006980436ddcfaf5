from posthog import Posthog


class Analytics:
    _instance = None

    def __init__(self):
        self.client = Posthog("phc_key")

    @classmethod
    def get(cls):
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance

    def seen(self, user):
        self.client.capture("seen", distinct_id="x", properties={"contact": user.email})


def view(request):
    Analytics.get().seen(request.user)  # ~> contact.email posthog

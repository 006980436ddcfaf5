from posthog import Posthog


class Tracker:
    def __init__(self):
        self.__client = Posthog("phc_key")

    def seen(self, request):
        self.__client.capture("seen", distinct_id="x", properties={"contact": request.user.email})  # ~> contact.email posthog

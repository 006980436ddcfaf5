from segment.analytics import Client


class Tracker:
    def __init__(self):
        self.client = Client("write-key")

    def signed_up(self, request):
        self.client.track("anonymous", "signed up", {"contact": request.user.email})  # ~> contact.email segment

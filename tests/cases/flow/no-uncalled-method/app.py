import requests
from mixpanel import Mixpanel


class Reporter:
    def __init__(self, token):
        self.client = Mixpanel(token)

    def identify(self, email):  # ~? nothing here calls it
        self.client.people_set("1", {"$email": email})


class Collector:
    def push(self, email):  # ~? nothing here calls it
        requests.post("https://api.mixpanel.com/engage", json={"$email": email})


def forward(email):  # ~? nothing here calls it
    requests.post("https://api.mixpanel.com/engage", json={"$email": email})

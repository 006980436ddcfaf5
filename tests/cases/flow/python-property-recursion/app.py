import posthog
from flask import Flask, request

app = Flask(__name__)


class Client:
    def get_stack(self, name=None):
        if name is not None:
            return None
        return self.active

    @property
    def active(self):
        return self.get_stack("x")


@app.post("/stacks")
def create():
    posthog.capture(Client().get_stack("n"), "created", {"email": request.json["email"]})  # ~> contact.email posthog
    return {}

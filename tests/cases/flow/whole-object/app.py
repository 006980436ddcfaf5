from dataclasses import asdict, dataclass

from posthog import Posthog

posthog = Posthog("phc_key")


@dataclass
class User:
    id: str
    email: str
    name: str
    plan: str


def find(key) -> User:
    return users[key]


def view(request):
    user = find("1")
    posthog.capture("seen", distinct_id="x", properties=asdict(user))  # ~> contact.email posthog, identifier.user_id posthog, identity.name posthog

from dataclasses import dataclass

from mixpanel import Mixpanel

mp = Mixpanel("token")


@dataclass
class User:
    id: str
    email: str


async def load(id: str) -> User:
    return await db.fetch(id)


async def welcome(request):
    user = await load("1")
    mp.track("server", "welcome", {"to": user.email})  # ~> contact.email mixpanel

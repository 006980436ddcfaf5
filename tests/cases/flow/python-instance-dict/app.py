from dataclasses import dataclass

from fastapi import FastAPI
from posthog import Posthog

app = FastAPI()
posthog = Posthog("phc_key")


@dataclass
class Member:
    email: str
    phone: str


@app.post("/dict")
def whole(who: Member):
    posthog.capture("d", distinct_id="x", properties={**who.__dict__})  # ~> contact.email posthog, contact.phone posthog


@app.post("/vars")
def fields(who: Member):
    posthog.capture("v", distinct_id="x", properties=vars(who))  # ~> contact.email posthog, contact.phone posthog

from deps import CurrentMember
from fastapi import FastAPI
from posthog import Posthog

app = FastAPI()
posthog = Posthog("phc_key")


@app.get("/me")
def me(who: CurrentMember):
    posthog.capture("me", distinct_id="x", properties=who)  # ~> contact.email posthog, contact.phone posthog

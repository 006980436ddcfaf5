from fastapi import FastAPI, Request
from posthog import Posthog

posthog = Posthog("phc_key")
app = FastAPI()


@app.get("/")
async def home(request: Request):
    posthog.capture("visit", distinct_id="api", properties={"from": request.client.host})  # ~> identifier.ip_address posthog

from fastapi import FastAPI, Request
from posthog import Posthog

app = FastAPI()
posthog = Posthog("phc_key")


async def handle_error(exc: Exception, req: Request):
    posthog.capture("error", distinct_id="x", properties={"seen": req.headers["user-agent"]})  # ~> device.user_agent posthog


async def not_found(exc, request):
    posthog.capture("lost", distinct_id="x", properties={"seen": request.headers.get("Referer")})  # ~> behavior.referrer posthog


def language_of(code, request):
    posthog.capture(code, distinct_id="x", properties={"seen": request.headers["accept-language"]})


@app.get("/")
def home(request: Request):
    language_of("home", request)  # ~> demographic.language posthog

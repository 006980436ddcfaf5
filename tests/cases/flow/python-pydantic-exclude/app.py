from fastapi import FastAPI
from posthog import Posthog
from pydantic import BaseModel, EmailStr

app = FastAPI()
posthog = Posthog("phc_key")


class Signup(BaseModel):
    email: EmailStr
    first_name: str | None = None
    plan: str = "free"


@app.post("/signup")
def signup(body: Signup):
    posthog.capture("signup", distinct_id="x", properties=body.model_dump(exclude={"email"}))  # ~> identity.first_name posthog

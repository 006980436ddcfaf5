from fastapi import BackgroundTasks, FastAPI
from mixpanel import Mixpanel
from pydantic import BaseModel, EmailStr

app = FastAPI()
mp = Mixpanel("token")


class Signup(BaseModel):
    email: EmailStr
    plan: str = "free"


def remember(contact: str):
    mp.people_set("1", {"value": contact})


@app.post("/signup")
async def signup(body: Signup, tasks: BackgroundTasks):
    tasks.add_task(remember, body.email)  # ~> contact.email mixpanel

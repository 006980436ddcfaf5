from typing import Annotated

from fastapi import Depends
from pydantic import BaseModel


class Member(BaseModel):
    email: str
    phone: str


async def current_member(token: str):
    return await load(token)


CurrentMember = Annotated[Member, Depends(current_member)]

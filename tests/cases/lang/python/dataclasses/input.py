from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal, Optional

import attr
from pydantic import BaseModel, EmailStr, Field


@dataclass(frozen=True)
class User:
    id: int
    email: str | None
    tags: list[str] = field(default_factory=list)
    kind: ClassVar[str] = "user"


@attr.s
class Account:
    owner = attr.ib()
    plan: str = attr.ib(default="free")


class Signup(BaseModel):
    email: EmailStr
    name: Optional[str] = Field(None, max_length=50)
    user: "User"
    mode: Literal["a", "b"] = "a"
    where: Annotated[str, "note"]

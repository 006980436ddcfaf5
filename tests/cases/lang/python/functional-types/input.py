from collections import namedtuple
from typing import NamedTuple, TypedDict

Point = namedtuple("Point", "x y")
User = NamedTuple("User", [("email", str), ("id", int)])
Traits = TypedDict("Traits", {"email": str})
type Key = str | int

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models import User

try:
    import ujson as json
except ImportError:
    import json


def f(user: "User") -> "list[User]":
    return json.dumps(user)

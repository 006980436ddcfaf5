import os
import os.path
import a.b.c as d
from .models import User, Account as Acc
from .. import helpers
from package.module import (
    one,
    two as second,
)

os.path.join("a", "b")
os.getenv("X")
d.run(User, Acc, helpers, one, second)

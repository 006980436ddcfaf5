from typing import cast

a = getattr(o, "email", None)
b = getattr(o, name)
setattr(o, "email", a)
delattr(o, "email")
c = len(a), isinstance(a, str), hasattr(o, "x"), bool(a)
d = list(xs), sorted(xs), str(a)
e = cast(User, a)

a, b = pair
first, *rest = items
(x, y), z = nested
self.a, d["k"] = 1, 2
a = b = value
n: int = 1
m: str
a += 1
d["k"] += "x"
del d["k"], o.x, n
if (w := load()) is not None:
    print(w)

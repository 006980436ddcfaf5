a = [1, *xs, 2]
b = {"email": x, key: y, **rest}
c = (1, 2)
d = {1, 2}
e = a["email"], a[0], a[-1], a[1:2], a[key]
f = dict(a=1, **b)
g = a | {"x": 1}
h = [1] + xs

a = "plain"
b = f"hi {user.name!r:>10} {a}"
c = "x" "y"
d = "%s of %s" % (a, b)
e = "{} {name}".format(a, name=b)
f = "sum" + a + b
g = b"bytes"
h = """long
text"""
i = "a" f"{b}"

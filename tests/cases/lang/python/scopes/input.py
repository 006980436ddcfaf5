client = None


def set_up():
    global client
    client = make()


def counter():
    n = 0

    def step():
        nonlocal n
        n += 1
        return n

    return step


class C:
    x = 1
    y = x

    def f(self):
        return x


def shadow(x):
    [x for x in xs]
    return x

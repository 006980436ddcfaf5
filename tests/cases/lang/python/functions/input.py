def plain(a, b=1, *args, key, default=None, **kwargs):
    return plain(a, *args, b=b, **kwargs)


def typed(user: User, ids: list[int] = [], /, *, on: bool = True) -> dict[str, User]:
    return {}


async def later(x):
    return await plain(x)


def numbers():
    yield 1
    yield from others()


key = lambda x, y=2: x.id

import functools
from contextlib import contextmanager


@app.route("/login", methods=["POST"])
@login_required
def login(request):
    pass


@contextmanager
def client():
    yield make()


def tracked(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)

    return inner


@registry.register
class Handler:
    @action(detail=True)
    def run(self, request):
        pass

from contextlib import contextmanager

from mixpanel import Mixpanel


@contextmanager
def analytics():
    client = Mixpanel("token")
    yield client
    print("done")


def view(request):
    with analytics() as client:
        client.people_set("1", {"contact": request.user.email})  # ~> contact.email mixpanel

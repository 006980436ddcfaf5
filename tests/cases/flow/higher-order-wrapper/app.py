import functools

from posthog import Posthog

posthog = Posthog("phc_key")


def with_tracking(view):
    @functools.wraps(view)
    def wrapped(request, *args, **kwargs):
        posthog.capture("viewed", distinct_id="x", properties={"contact": request.user.email})  # ~> contact.email posthog
        return view(request, *args, **kwargs)

    return wrapped


@with_tracking
def home(request):
    return "home"

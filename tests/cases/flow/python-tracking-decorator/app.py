from functools import wraps

from mixpanel import Mixpanel

mp = Mixpanel("token")


def tracked(event):
    def decorator(view):
        @wraps(view)
        def inner(request, *args, **kwargs):
            mp.track("server", event, {"contact": request.user.email})  # ~> contact.email mixpanel
            return view(request, *args, **kwargs)

        return inner

    return decorator


@tracked("home")
def home(request):
    return "home"

import sentry_sdk
from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    contact = request.user.email  # ~> contact.email mixpanel, contact.email sentry
    mp.people_set("1", {"contact": contact})
    sentry_sdk.set_tag("contact", contact)

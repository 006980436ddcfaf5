from mixpanel import Mixpanel

mp = Mixpanel("token")


def send(event, contact, key, *, plan=None):
    mp.track(properties={"value": contact, "plan": plan}, event_name=event, distinct_id=key)


def view(request):
    send(
        key=request.user.id,  # ~> identifier.user_id mixpanel
        contact=request.user.email,  # ~> contact.email mixpanel
        event="seen",
    )

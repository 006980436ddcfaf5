from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request, short):
    user = request.user
    mp.track(
        "server",
        "seen",
        {
            "label": user.full_name if short else "someone",  # ~> identity.name mixpanel
            "contact": user.email or "none",  # ~> contact.email mixpanel
        },
    )

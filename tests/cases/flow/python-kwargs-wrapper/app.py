from mixpanel import Mixpanel

mp = Mixpanel("token")


def identify(distinct_id, **traits):
    mp.people_set(distinct_id, traits)


def remember(distinct_id, **kwargs):
    identify(distinct_id, source="web", **kwargs)


def view(request):
    remember(
        "1",
        contact=request.user.email,  # ~> contact.email mixpanel
        label=request.user.get_full_name(),  # ~> identity.name mixpanel
    )

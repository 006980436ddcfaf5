from mixpanel import Mixpanel

mp = Mixpanel("token")
providers = []


def provider(function):
    providers.append(function)
    return function


@provider
def to_mixpanel(values):
    mp.people_set("1", values)


def view(request):
    for send in providers:
        send({"contact": request.user.email})  # ~> contact.email mixpanel

from mixpanel import Mixpanel

mp = Mixpanel("token")


def with_user(request, callback):
    callback(request.user)  # ~> contact.email mixpanel


def view(request):
    with_user(request, lambda user: mp.people_set("1", {"contact": user.email}))

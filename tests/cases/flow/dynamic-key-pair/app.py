from mixpanel import Mixpanel

mp = Mixpanel("token")


def update(field, value):
    mp.people_set("1", {field: value})


def view(request):
    update("contact", request.user.email)  # ~> contact.email mixpanel

from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    contact = "mailto:" + request.user.email.strip().lower()  # ~> contact.email mixpanel
    mp.people_set("1", {"contact": contact})

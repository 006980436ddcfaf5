from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    mp.people_set("1", {"email": "support@example.com", "name": "Support"})

from mixpanel import Mixpanel

mp = Mixpanel("token")


def identify(email, name=None):
    mp.people_set("1", {"email": email, "name": name})

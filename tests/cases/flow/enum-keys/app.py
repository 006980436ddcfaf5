from mixpanel import Mixpanel

mp = Mixpanel("token")


class Keys:
    CONTACT = "contact"


def view(request):
    mp.people_set("1", {Keys.CONTACT: request.user.email})  # ~> contact.email mixpanel

import threading

from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    user = request.user
    threading.Timer(5, lambda: mp.people_set("1", {"contact": user.email})).start()  # ~> contact.email mixpanel

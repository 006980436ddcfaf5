import threading

from mixpanel import Mixpanel

mp = Mixpanel("token")


def remember(contact):
    mp.people_set("1", {"value": contact})


def view(request):
    threading.Thread(target=remember, args=(request.user.email,), daemon=True).start()  # ~> contact.email mixpanel

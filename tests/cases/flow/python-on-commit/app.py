from django.db import transaction
from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    user = request.user
    transaction.on_commit(lambda: mp.people_set("1", {"contact": user.email}))  # ~> contact.email mixpanel

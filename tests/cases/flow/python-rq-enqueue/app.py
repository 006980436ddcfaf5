from mixpanel import Mixpanel
from redis import Redis
from rq import Queue

mp = Mixpanel("token")
queue = Queue(connection=Redis())


def remember(contact):
    mp.people_set("1", {"value": contact})


def view(request):
    queue.enqueue(remember, request.user.email)  # ~> contact.email mixpanel

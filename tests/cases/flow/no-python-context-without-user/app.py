from celery import shared_task
from mixpanel import Mixpanel

mp = Mixpanel("token")


@shared_task
def count(plan):
    mp.track("server", "counted", {"plan": plan})


def view(request):
    count.delay(request.user.plan)

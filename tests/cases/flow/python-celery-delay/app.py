import segment.analytics as analytics
from celery import shared_task


@shared_task
def identify(user_id, contact):
    analytics.identify("anonymous", {"value": contact})


def view(request):
    identify.delay("1", request.user.email)  # ~> contact.email segment

import segment.analytics as analytics
from celery import Celery

app = Celery()


@app.task(bind=False)
def identify(contact, label=None):
    analytics.identify("anonymous", {"value": contact, "label": label})


def view(request):
    identify.apply_async(
        args=[request.user.email],  # ~> contact.email segment
        kwargs={"label": request.user.full_name},  # ~> identity.name segment
        countdown=10,
    )

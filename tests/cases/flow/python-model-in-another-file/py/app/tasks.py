from celery import shared_task
from mixpanel import Mixpanel
from django.forms.models import model_to_dict

from app.models import Customer

mp = Mixpanel("token")


@shared_task
def export():
    for customer in Customer.objects.all():
        mp.people_set("1", model_to_dict(customer))  # ~> contact.email mixpanel, contact.phone mixpanel

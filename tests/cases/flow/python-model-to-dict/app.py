from django.db import models
from django.forms.models import model_to_dict
from django.shortcuts import get_object_or_404
from mixpanel import Mixpanel

mp = Mixpanel("token")


class Customer(models.Model):
    email = models.EmailField()
    phone = models.CharField(max_length=30)
    first_name = models.CharField(max_length=100)
    plan = models.CharField(max_length=20)


def view(request, pk):
    customer = get_object_or_404(Customer, pk=pk)
    mp.people_set("1", model_to_dict(customer, fields=["email", "phone", "plan"]))  # ~> contact.email mixpanel, contact.phone mixpanel

from django.db import models
from mixpanel import Mixpanel

mp = Mixpanel("token")


class Customer(models.Model):
    contact = models.EmailField()
    given = models.CharField(max_length=100)
    email = models.EmailField()
    first_name = models.CharField(max_length=100)


def view(request):
    owner = Customer.objects.get(pk=1)
    mp.people_set("1", {"a": owner.email})  # ~> contact.email mixpanel
    for customer in Customer.objects.filter(plan="pro").order_by("id"):
        mp.people_set("2", {"b": customer.first_name})  # ~> identity.first_name mixpanel

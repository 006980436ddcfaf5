from django.db import models
from mixpanel import Mixpanel

mp = Mixpanel("token")


class Customer(models.Model):
    email = models.EmailField()
    plan = models.CharField(max_length=20)


def view(request):
    addresses = list(Customer.objects.values_list("email", flat=True))  # ~> contact.email mixpanel
    mp.track("server", "export", {"to": addresses})

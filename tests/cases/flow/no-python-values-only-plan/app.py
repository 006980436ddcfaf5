from django.db import models
from mixpanel import Mixpanel

mp = Mixpanel("token")


class Customer(models.Model):
    email = models.EmailField()
    plan = models.CharField(max_length=20)


def view(request):
    for row in Customer.objects.values("plan"):
        mp.track("server", "plan", row)

from django.dispatch import receiver
from mixpanel import Mixpanel

from .signals import order_placed

mp = Mixpanel("token")


@receiver(order_placed)
def remember(sender, contact, **kwargs):
    mp.people_set("1", {"contact": contact})

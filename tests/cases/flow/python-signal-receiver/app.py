from django.contrib.auth.models import User
from django.db.models.signals import post_save
from django.dispatch import receiver
from mixpanel import Mixpanel

mp = Mixpanel("token")


@receiver(post_save, sender=User)
def on_user_saved(sender, instance, created, **kwargs):
    if created:
        mp.people_set("1", {"contact": instance.email})  # ~> contact.email mixpanel

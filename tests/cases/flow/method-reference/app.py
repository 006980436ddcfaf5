from django.db.models.signals import post_save
from posthog import Posthog

posthog = Posthog("phc_key")


def on_save(sender, user, **kwargs):
    posthog.capture("saved", distinct_id="x", properties={"contact": user.email})  # ~> contact.email posthog


post_save.connect(on_save)

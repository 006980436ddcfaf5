from django.contrib.auth.models import User
from django.core.management.base import BaseCommand
from intercom import Intercom

client = Intercom(token="token")


class Command(BaseCommand):
    def handle(self, *args, **options):
        for user in User.objects.all():
            client.contacts.create(email=user.email, role="user")  # ~> contact.email intercom

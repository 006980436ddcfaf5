from django.contrib.auth.models import AbstractUser
from django.db import models
import segment.analytics as analytics


class Customer(AbstractUser):
    plan = models.CharField(max_length=10)


def remember(customer_id):
    customer = Customer.objects.get(id=customer_id)
    analytics.identify("1", customer)  # ~> behavior.product_event segment, contact.email segment, identity.first_name segment, identity.last_name segment, identity.username segment

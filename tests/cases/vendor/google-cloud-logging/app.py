from google.cloud import logging_v2
from google.cloud.logging_v2 import Client

logger = logging_v2.Client().logger("app")
other = Client().logger("other")


def view(request):
    user = request.user
    logger.log_text(f"hello {user.email}")  # ~> contact.email google-cloud-logging
    other.log_struct({"phone": user.phone})  # ~> contact.phone google-cloud-logging

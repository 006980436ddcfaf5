import google.cloud.logging as cloud_logging


def call(request):
    logger = cloud_logging.Client().logger("calls")
    logger.log_struct({"to": request.user.phone_number})  # ~> contact.phone google-cloud-logging

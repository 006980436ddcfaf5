from google.cloud.logging import Client

logger = Client().logger("visits")


def visit(request):
    logger.log_struct({"from": request.META["REMOTE_ADDR"]})  # ~> identifier.ip_address google-cloud-logging

from google.cloud import logging


def greet(request):
    logging.Client().logger("greet").log_text(request.user.first_name)  # ~> identity.first_name google-cloud-logging


def typed(client: logging.Client, request):
    client.logger("greet").log_text(request.user.last_name)


def part(request):
    typed(logging.Client(), request)  # ~> identity.last_name google-cloud-logging

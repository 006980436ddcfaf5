import google.cloud.logging


def signup(request):
    client = google.cloud.logging.Client()
    client.logger("signup").log_struct({"to": request.user.email})  # ~> contact.email google-cloud-logging

import elasticapm
from elasticapm import Client

client = Client(service_name="api")


def view(request):
    user = request.user
    elasticapm.set_user_context(username=user.username, email=user.email, user_id=user.id)  # ~> identity.username elastic-apm, contact.email elastic-apm, identifier.user_id elastic-apm
    elasticapm.label(phone=user.phone, plan=user.plan)  # ~> contact.phone elastic-apm
    elasticapm.set_custom_context({"email": user.email})  # ~> contact.email elastic-apm
    client.capture_message(f"login of {user.email}")  # ~> contact.email elastic-apm
    client.capture_exception()

import onesignal
from onesignal.api import default_api


def signup(request):
    user = request.user
    with onesignal.ApiClient(onesignal.Configuration()) as api_client:
        client = default_api.DefaultApi(api_client)
        client.create_subscription("app", "external_id", user.id, {"subscription": {"type": "Email", "token": user.email}})  # ~> identifier.user_id onesignal, contact.email onesignal
        client.update_user("app", "external_id", user.id, {"properties": {"tags": {"phone": user.phone}}})  # ~> identifier.user_id onesignal, contact.phone onesignal

from onesignal_sdk.client import Client

client = Client(app_id="app", rest_api_key="key")


def greet(request):
    user = request.user
    client.send_notification({"contents": {"en": f"Hello {user.first_name}"}, "include_external_user_ids": [user.id]})  # ~> identifier.user_id onesignal, identity.first_name onesignal
    client.add_device({"device_type": 11, "identifier": user.email})  # ~> contact.email onesignal

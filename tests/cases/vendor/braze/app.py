from braze.client import BrazeClient

client = BrazeClient(api_key="key", use_auth_header=True)


def login(request):
    user = request.user
    client.user_track(attributes=[{"external_id": user.id, "email": user.email}])  # ~> identifier.user_id braze, contact.email braze
    client.user_export(email=user.email)  # ~> contact.email braze

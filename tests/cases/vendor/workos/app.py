from workos import WorkOSClient

client = WorkOSClient(api_key="key", client_id="a")


def line(request):
    user = request.user
    client.user_management.create_user(email=user.email, first_name=user.first_name)  # ~> contact.email workos, identity.first_name workos
    client.user_management.send_invitation(email=user.email)  # ~> contact.email workos

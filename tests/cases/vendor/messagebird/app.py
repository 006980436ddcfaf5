import messagebird

client = messagebird.Client("key")


def remind(request):
    user = request.user
    client.message_create("Acme", user.phone, f"Hello {user.first_name}")  # ~> contact.phone messagebird, identity.first_name messagebird
    client.verify_create(user.phone)  # ~> contact.phone messagebird

from mailgun.client import Client

client = Client(auth=("api", "key"))


def welcome(request):
    user = request.user
    client.messages.create(domain="acme.example", data={"to": user.email, "text": f"Hello {user.first_name}"})  # ~> contact.email mailgun, identity.first_name mailgun

import vonage

client = vonage.Client(key="key", secret="secret")


def remind(request):
    user = request.user
    client.sms.send_message({"from": "Acme", "to": user.phone, "text": f"Hello {user.first_name}"})  # ~> contact.phone vonage, identity.first_name vonage
    vonage.Sms(client).send_message({"from": "Acme", "to": user.phone, "text": "Hello"})  # ~> contact.phone vonage

import plivo

client = plivo.RestClient("id", "token")


def remind(request):
    user = request.user
    client.messages.create(src="Acme", dst=user.phone, text=f"Hello {user.first_name}")  # ~> contact.phone plivo, identity.first_name plivo
    client.calls.create(from_="4911", to_=user.phone, answer_url="https://acme.example/voice")  # ~> contact.phone plivo

from intercom import CreateContactRequestWithEmail, Intercom

client = Intercom(token="token")


def signup(request):
    user = request.user
    client.contacts.create(request=CreateContactRequestWithEmail(email=user.email, name=user.full_name))  # ~> contact.email intercom, identity.name intercom
    client.contacts.update("1", phone=user.phone)  # ~> contact.phone intercom

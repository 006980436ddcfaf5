from mailjet_rest import Client

mailjet = Client(auth=("key", "secret"), version="v3.1")


def welcome(request):
    user = request.user
    mailjet.send.create(data={"Messages": [{"To": [{"Email": user.email}], "TextPart": f"Hello {user.first_name}"}]})  # ~> contact.email mailjet, identity.first_name mailjet
    mailjet.contact.create(data={"Email": user.email})  # ~> contact.email mailjet

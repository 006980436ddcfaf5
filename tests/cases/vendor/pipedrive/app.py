from pipedrive.client import Client

client = Client(domain="https://acme.pipedrive.com/")


def signup(request):
    user = request.user
    client.persons.create_person({"name": user.full_name, "email": user.email})  # ~> contact.email pipedrive, identity.name pipedrive
    client.persons.update_person(1, {"phone": user.phone})  # ~> contact.phone pipedrive

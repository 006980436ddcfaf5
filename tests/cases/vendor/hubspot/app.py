from hubspot import HubSpot
from hubspot.crm.contacts import SimplePublicObjectInputForCreate

client = HubSpot(access_token="token")


def signup(request):
    user = request.user
    body = SimplePublicObjectInputForCreate(
        properties={
            "email": user.email,  # ~> contact.email hubspot
            "firstname": user.first_name,  # ~> identity.first_name hubspot
        }
    )
    client.crm.contacts.basic_api.create(simple_public_object_input_for_create=body)

from hubspot import HubSpot
from hubspot.conversations.visitor_identification import IdentificationTokenGenerationRequest
from hubspot.marketing.transactional import PublicSingleSendRequestEgg

client = HubSpot(access_token="token")


def signup(request):
    user = request.user
    client.conversations.visitor_identification.generate_api.generate_token(IdentificationTokenGenerationRequest(email=user.email, first_name=user.first_name))  # ~> contact.email hubspot, identity.first_name hubspot
    client.marketing.transactional.single_send_api.send_email(PublicSingleSendRequestEgg(email_id=1, message={"to": user.email}))  # ~> contact.email hubspot
    client.events.send.basic_api.send({"eventName": "signup", "email": user.email})  # ~> contact.email hubspot

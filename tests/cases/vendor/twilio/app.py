from twilio.rest import Client
from twilio.twiml.messaging_response import MessagingResponse

client = Client("sid", "token")


def remind(request):
    user = request.user
    client.messages.create(to=user.phone, from_="+4911", body=f"Hello {user.first_name}")  # ~> contact.phone twilio, identity.first_name twilio
    client.calls.create(to=user.phone, from_="+4911", url="https://acme.example/voice")  # ~> contact.phone twilio
    client.lookups.v2.phone_numbers(user.phone).fetch()  # ~> contact.phone twilio
    response = MessagingResponse()
    response.message(f"Hello {user.first_name}")  # ~> identity.first_name twilio

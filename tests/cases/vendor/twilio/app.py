from twilio.rest import Client
from twilio.twiml.messaging_response import MessagingResponse

client = Client("sid", "token")


def remind(request):
    user = request.user
    client.messages.create(to=user.phone, from_="+4911", body=f"Hello {user.first_name}")  # ~> contact.phone twilio, identity.first_name twilio
    client.calls.create(to=user.phone, from_="+4911", url="https://acme.example/voice")  # ~> contact.phone twilio
    client.lookups.v2.phone_numbers(user.phone).fetch()  # ~> contact.phone twilio
    client.api.v2010.accounts("AC1").messages.create(to=user.phone, body="Hello")  # ~> contact.phone twilio
    client.api.account.calls.create(to=user.phone, url="https://acme.example/voice")  # ~> contact.phone twilio
    client.verify.v2.services("VA1").verifications.create(to=user.phone, channel="sms")  # ~> contact.phone twilio
    client.verify.services("VA1").verification_checks.create(to=user.phone, code="123")  # ~> contact.phone twilio
    client.conversations.v1.conversations("CH1").participants.create(messaging_binding_address=user.phone)  # ~> contact.phone twilio
    client.studio.v2.flows("FW1").executions.create(to=user.phone, from_="+4911", parameters={"email": user.email})  # ~> contact.phone twilio, contact.email twilio
    response = MessagingResponse()
    response.message(f"Hello {user.first_name}")  # ~> identity.first_name twilio

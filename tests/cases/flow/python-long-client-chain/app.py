from twilio.rest import Client

client = Client("sid", "token")


def start(request):
    verifications = client.verify.v2.services("VA1").verifications
    verifications.create(to=request.user.mobile, channel="sms")  # ~> contact.phone twilio

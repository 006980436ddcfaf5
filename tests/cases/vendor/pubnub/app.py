from pubnub.pnconfiguration import PNConfiguration
from pubnub.pubnub import PubNub

client = PubNub(PNConfiguration())


def join(request):
    client.publish().channel("chat").message({"email": request.user.email}).sync()  # ~> contact.email pubnub

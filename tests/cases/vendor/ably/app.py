from ably import AblyRest

client = AblyRest("key")


async def join(request):
    await client.channels.get("chat").publish("joined", {"email": request.user.email})  # ~> contact.email ably

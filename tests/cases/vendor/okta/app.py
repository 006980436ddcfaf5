from okta.client import Client

client = Client({"orgUrl": "https://acme.okta.com", "token": "t"})


async def signup(request):
    user = request.user
    await client.create_user({"profile": {"email": user.email, "firstName": user.first_name}})  # ~> contact.email okta, identity.first_name okta

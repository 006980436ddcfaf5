import postmark


async def signup(request):
    user = request.user
    async with postmark.ServerClient("token") as client:
        await client.outbound.send({"sender": "a@acme.example", "to": user.email, "subject": "Hello", "text_body": "Hello"})  # ~> contact.email postmark
        await client.outbound.send_with_template({"to": user.email, "template_model": {"name": user.first_name}})  # ~> contact.email postmark, identity.first_name postmark

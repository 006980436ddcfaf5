import resend


async def signup(request):
    user = request.user
    await resend.Contacts.create_async({"email": user.email, "first_name": user.first_name})  # ~> contact.email resend, identity.first_name resend
    resend.Events.send({"event": "signup", "email": user.email})  # ~> contact.email resend

from optimizely import optimizely

client = optimizely.Optimizely(sdk_key="x")


def view(request):
    user = request.user
    context = client.create_user_context(user.id, {"email": user.email})  # ~> identifier.user_id optimizely, contact.email optimizely
    context.set_attribute("phone", user.phone)  # ~> contact.phone optimizely
    context.decide("new-login")
    client.track("login", user.id, event_tags={"email": user.email})  # ~> identifier.user_id optimizely, contact.email optimizely

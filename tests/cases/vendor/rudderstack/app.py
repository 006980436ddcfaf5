import rudderstack.analytics as rudder

rudder.write_key = "key"


def signup(request):
    user = request.user
    rudder.identify(user.id, {"email": user.email})  # ~> identifier.user_id rudderstack, contact.email rudderstack
    rudder.track("1", "signup", {"phone": user.phone})  # ~> contact.phone rudderstack

from splitio import get_factory

client = get_factory("x").client()


def view(request):
    user = request.user
    client.get_treatment(user.id, "new-login", {"email": user.email})  # ~> identifier.user_id split
    client.track(user.id, "user", "login", 1, {"phone": user.phone})  # ~> identifier.user_id split, contact.phone split

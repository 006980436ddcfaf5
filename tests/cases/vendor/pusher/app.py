import pusher

client = pusher.Pusher(app_id="a", key="k", secret="s", cluster="eu")


def notify(request):
    user = request.user
    client.trigger("chat", "joined", {"email": user.email})  # ~> contact.email pusher
    client.authenticate_user("socket", {"id": user.id})  # ~> identifier.user_id pusher

from stream_chat import StreamChat

client = StreamChat(api_key="key", api_secret="secret")


def join(request):
    user = request.user
    client.upsert_user({"id": user.id, "email": user.email})  # ~> identifier.user_id stream-io, contact.email stream-io
    client.channel("messaging", "help").send_message({"text": user.email}, user.id)  # ~> contact.email stream-io, identifier.user_id stream-io

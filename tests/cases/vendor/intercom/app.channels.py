from intercom import Intercom

client = Intercom(token="token")


def line(request):
    user = request.user
    client.custom_channel_events.notify_new_message(event_id="1", external_conversation_id="2", contact={"external_id": user.id, "email": user.email}, body=request.POST["line"])  # ~> identifier.user_id intercom, contact.email intercom, content.message intercom
    client.conversations.attach_contact_as_admin("1", admin_id="2", customer={"user_id": user.id})  # ~> identifier.user_id intercom

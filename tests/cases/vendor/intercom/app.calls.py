from intercom import (
    CreateContactRequestWithExternalId,
    CreateContactRequestWithRole,
    CreateDataEventRequestWithEmail,
    CreateDataEventRequestWithId,
    CreateDataEventRequestWithUserId,
    Intercom,
    UpdateContactRequest,
)

client = Intercom(token="token")


def tell(request):
    user = request.user
    client.contacts.create_contact(request=CreateContactRequestWithExternalId(external_id="1", phone=user.phone))  # ~> contact.phone intercom
    client.contacts.create_contact(request=CreateContactRequestWithRole(role="user", email=user.email))  # ~> contact.email intercom
    client.contacts.update_contact("1", request=UpdateContactRequest(name=user.full_name))  # ~> identity.name intercom
    client.contacts.search(query={"field": "email", "operator": "=", "value": user.email})  # ~> contact.email intercom
    client.companies.create_or_update(company_id="1", custom_attributes={"phone": user.phone})  # ~> contact.phone intercom
    client.companies.update("1", custom_attributes={"email": user.email})  # ~> contact.email intercom
    client.data_events.create(request=CreateDataEventRequestWithEmail(event_name="visit", email=user.email))  # ~> contact.email intercom
    client.events.create(request=CreateDataEventRequestWithId(id="1", metadata={"phone": user.phone}))  # ~> contact.phone intercom
    client.events.create_event(request=CreateDataEventRequestWithUserId(user_id=user.id))  # ~> identifier.user_id intercom
    client.conversations.create(from_={"type": "user", "id": "1"}, body=user.email)  # ~> contact.email intercom
    client.conversations.create_conversation(from_={"type": "user", "id": "1"}, body=user.phone)  # ~> contact.phone intercom
    client.conversations.reply("1", request={"body": user.email})  # ~> contact.email intercom
    client.messages.create(body=user.phone)  # ~> contact.phone intercom
    client.messages.create_message(body=user.email)  # ~> contact.email intercom
    client.tickets.create(contacts=[{"email": user.email}])  # ~> contact.email intercom
    client.tickets.create_ticket(ticket_attributes={"phone": user.phone})  # ~> contact.phone intercom
    client.tickets.reply("1", request={"body": user.email})  # ~> contact.email intercom
    client.notes.create_note("1", body=user.phone)  # ~> contact.phone intercom
    client.contacts.create_note("1", body=user.email)  # ~> contact.email intercom
    client.visitors.update(request={"name": user.full_name})  # ~> identity.name intercom
    client.visitors.merge_to_contact(type="user", user={"email": user.email})  # ~> contact.email intercom
    client.calls.create_phone_call_redirect(phone=user.phone)  # ~> contact.phone intercom

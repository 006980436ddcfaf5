from freshdesk.api import API

api = API("acme.freshdesk.com", "key")


def ticket(request):
    user = request.user
    api.tickets.create_ticket("Help", email=user.email, description=request.POST["message"])  # ~> contact.email freshdesk, content.message freshdesk
    api.contacts.create_contact(email=user.email, phone=user.phone)  # ~> contact.email freshdesk, contact.phone freshdesk

from zenpy import Zenpy
from zenpy.lib.api_objects import Comment, Ticket, User

client = Zenpy(subdomain="acme", email="u", token="t")


def ticket(request):
    user = request.user
    client.users.create_or_update(User(name=user.full_name, email=user.email))  # ~> contact.email zendesk, identity.name zendesk
    client.tickets.create(Ticket(subject="Help", comment=Comment(body=request.POST["message"]), requester=User(email=user.email)))  # ~> contact.email zendesk, content.message zendesk

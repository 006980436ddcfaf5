from customerio import CustomerIO

cio = CustomerIO("site", "key")


def visit(request):
    user = request.user
    cio.batch([{"type": "person", "action": "identify", "identifiers": {"id": user.id}, "attributes": {"email": user.email}}])  # ~> identifier.user_id customer-io, contact.email customer-io

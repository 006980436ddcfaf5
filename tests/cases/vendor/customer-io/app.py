from customerio import CustomerIO

cio = CustomerIO("site", "key")


def login(request):
    user = request.user
    cio.identify(id=user.id, email=user.email, first_name=user.first_name)  # ~> contact.email customer-io, identifier.user_id customer-io, identity.first_name customer-io
    cio.track(user.id, "signed_in", {"phone": user.phone})  # ~> contact.phone customer-io, identifier.user_id customer-io
    cio.track(customer_id="1", name="signed_in", data={"email": user.email})  # ~> contact.email customer-io

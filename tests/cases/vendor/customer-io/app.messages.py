from customerio import APIClient, CustomerIO, SendEmailRequest, SendSMSRequest, analytics

api = APIClient("key")
cio = CustomerIO("site", "key")


def order(request):
    user = request.user
    api.send_email(SendEmailRequest(to=user.email, identifiers={"id": user.id}))  # ~> contact.email customer-io, identifier.user_id customer-io
    api.send_sms(SendSMSRequest(to=user.phone, identifiers={"id": "1"}))  # ~> contact.phone customer-io
    cio.track(customer_id=user.id, name="ordered", email=user.email)  # ~> identifier.user_id customer-io, contact.email customer-io
    analytics.identify(user_id=user.id, traits={"email": user.email})  # ~> identifier.user_id customer-io, contact.email customer-io
    analytics.track(user.id, "ordered", {"phone": user.phone})  # ~> identifier.user_id customer-io, contact.phone customer-io

from square import Square

client = Square(token="token")


def line(request):
    user = request.user
    client.customers.create(email_address=user.email, phone_number=user.phone)  # ~> contact.email square, contact.phone square
    client.payments.create(source_id="a", idempotency_key="b", buyer_email_address=user.email)  # ~> contact.email square

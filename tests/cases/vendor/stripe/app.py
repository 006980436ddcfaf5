import stripe
from stripe import StripeClient

client = StripeClient("sk_key")


def checkout(request):
    user = request.user
    stripe.Customer.create(email=user.email, phone=user.phone, name=user.name)  # ~> contact.email stripe, contact.phone stripe, identity.name stripe
    stripe.Customer.modify("cus_1", metadata={"email": user.email})  # ~> contact.email stripe
    stripe.PaymentIntent.create(amount=100, currency="eur", receipt_email=user.email)  # ~> contact.email stripe
    stripe.checkout.Session.create(mode="payment", customer_email=user.email)  # ~> contact.email stripe
    client.customers.create({"email": user.email})  # ~> contact.email stripe
    client.v1.customers.create(params={"phone": user.phone})  # ~> contact.phone stripe
    client.v1.customers.update("cus_1", params={"email": user.email})  # ~> contact.email stripe
    client.v1.payment_intents.create({"amount": 100, "receipt_email": user.email})  # ~> contact.email stripe

import paypalrestsdk


def pay(request):
    user = request.user
    payment = paypalrestsdk.Payment({"intent": "sale", "payer": {"payer_info": {"email": user.email, "first_name": user.first_name}}})  # ~> contact.email paypal, identity.first_name paypal
    payment.create()

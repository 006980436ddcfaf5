import razorpay

client = razorpay.Client(auth=("a", "b"))


def line(request):
    user = request.user
    client.customer.create({"name": user.get_full_name(), "email": user.email})  # ~> contact.email razorpay, identity.name razorpay
    client.order.create(data={"amount": 1, "notes": {"email": user.email}})  # ~> contact.email razorpay

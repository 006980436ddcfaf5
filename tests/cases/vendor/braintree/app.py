import braintree

gateway = braintree.BraintreeGateway(braintree.Configuration(environment=braintree.Environment.Sandbox))


def line(request):
    user = request.user
    gateway.customer.create({"email": user.email, "phone": user.phone})  # ~> contact.email braintree, contact.phone braintree
    braintree.Transaction.sale({"amount": "1", "customer": {"email": user.email}})  # ~> contact.email braintree

import braintrust

logger = braintrust.init_logger(project="shop")


def ask(request):
    logger.log(input=request.user.email, metadata={"user_id": request.user.id})  # ~> contact.email braintrust, identifier.user_id braintrust

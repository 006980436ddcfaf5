from pendo import Pendo

client = Pendo(pendo_integration_key="key")


def order(request):
    client.track({
        "event": "order",
        "visitorId": request.user.id,  # ~> identifier.user_id pendo
        "properties": {"email": request.user.email},  # ~> contact.email pendo
    })

from appsflyer.rest import Client

client = Client(app_id="1", dev_key="2")


def order(request):
    client.generate_event(customer_user_id=request.user.id, event_name="order", event_value={"email": request.user.email})  # ~> identifier.user_id appsflyer, contact.email appsflyer

import umami

umami.set_website_id("1")


def order(request):
    umami.new_event(event_name="order", custom_data={"email": request.user.email})  # ~> contact.email umami
    umami.new_page_view("Order", "/order", distinct_id=request.user.id)  # ~> identifier.user_id umami
    umami.new_event("order", ip_address=request.META["REMOTE_ADDR"])  # ~> identifier.ip_address umami

import rudderstack.analytics as analytics

analytics.write_key = "key"


def visit(request):
    user = request.user
    analytics.alias(request.COOKIES["visitor"], user.id)  # ~> identifier.user_id rudderstack
    analytics.group(user.id, user.organization.id, {"email": user.email})  # ~> identifier.user_id rudderstack, identifier.org_id rudderstack, contact.email rudderstack
    analytics.page("1", "shop", "cart", {"phone": user.phone}, {"ip": request.META["REMOTE_ADDR"]})  # ~> contact.phone rudderstack, identifier.ip_address rudderstack
    analytics.screen(user_id=user.id, name="cart", properties={"email": user.email})  # ~> identifier.user_id rudderstack, contact.email rudderstack

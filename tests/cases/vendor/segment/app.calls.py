import segment.analytics as analytics

analytics.write_key = "key"


def visit(request):
    user = request.user
    analytics.alias(request.COOKIES["visitor"], user.id)  # ~> identifier.user_id segment
    analytics.group(user.id, user.organization.id, {"email": user.email})  # ~> identifier.user_id segment, identifier.org_id segment, contact.email segment
    analytics.page("1", "shop", "cart", {"phone": user.phone}, {"ip": request.META["REMOTE_ADDR"]})  # ~> contact.phone segment, identifier.ip_address segment
    analytics.screen(user_id=user.id, name="cart", properties={"email": user.email})  # ~> identifier.user_id segment, contact.email segment

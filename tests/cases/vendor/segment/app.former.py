import analytics

analytics.write_key = "key"


def visit(request):
    user = request.user
    analytics.identify(user.id, {"email": user.email})  # ~> identifier.user_id segment, contact.email segment
    analytics.track("1", "bought", {"phone": user.phone})  # ~> contact.phone segment
    analytics.alias("before", user.id)  # ~> identifier.user_id segment
    analytics.group("1", user.organization.id)  # ~> identifier.org_id segment
    analytics.page("1", "shop", "cart", {"email": user.email})  # ~> contact.email segment
    analytics.screen("1", "shop", "cart", {"phone": user.phone})  # ~> contact.phone segment

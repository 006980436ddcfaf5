from mixpanel import Mixpanel

mp = Mixpanel("token")


def visit(request):
    user = request.user
    mp.remote_flags.get_variant_value("flag", "off", {"distinct_id": user.id, "custom_properties": {"email": user.email}})  # ~> identifier.user_id mixpanel, contact.email mixpanel
    mp.remote_flags.is_enabled("flag", context={"distinct_id": user.id})  # ~> identifier.user_id mixpanel
    mp.local_flags.get_variant_value("flag", "off", {"distinct_id": user.id, "email": user.email})  # ~> identifier.user_id mixpanel

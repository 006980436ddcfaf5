from mixpanel import Mixpanel

mp = Mixpanel("token")


def signup(request):
    user = request.user
    mp.track(user.id, "signup", {"from": request.META["REMOTE_ADDR"]})  # ~> identifier.user_id mixpanel, identifier.ip_address mixpanel
    mp.people_set("1", {"$email": user.email, "$name": user.get_full_name()})  # ~> contact.email mixpanel, identity.name mixpanel
    mp.people_set_once(distinct_id="1", properties={"$phone": user.phone})  # ~> contact.phone mixpanel
    mp.group_set("company", user.organization.id, {})  # ~> identifier.org_id mixpanel

from mixpanel import Mixpanel

mp = Mixpanel("token")


def visit(request):
    user = request.user
    mp.import_data("key", user.id, "visit", 1, {"email": user.email})  # ~> identifier.user_id mixpanel, contact.email mixpanel
    mp.alias(user.id, "before")  # ~> identifier.user_id mixpanel
    mp.merge("key", user.id, "other")  # ~> identifier.user_id mixpanel
    mp.people_increment(user.id, {"visits": 1})  # ~> identifier.user_id mixpanel
    mp.people_append("1", {"mails": user.email})  # ~> contact.email mixpanel
    mp.people_union("1", {"phones": [user.phone]})  # ~> contact.phone mixpanel
    mp.people_unset(user.id, ["mail"])  # ~> identifier.user_id mixpanel
    mp.people_remove("1", {"mails": user.email})  # ~> contact.email mixpanel
    mp.people_track_charge("1", 5, {"phone": user.phone})  # ~> contact.phone mixpanel
    mp.people_update({"$distinct_id": "1", "$set": {"$email": user.email}})  # ~> contact.email mixpanel
    mp.group_set_once("company", "1", {"contact": user.email})  # ~> contact.email mixpanel
    mp.group_union("company", "1", {"phones": [user.phone]})  # ~> contact.phone mixpanel
    mp.group_unset("company", user.organization.id, ["name"])  # ~> identifier.org_id mixpanel
    mp.group_remove("company", "1", {"mails": user.email})  # ~> contact.email mixpanel

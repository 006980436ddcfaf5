from amplitude import Amplitude, EventOptions, GroupIdentifyEvent, Identify, IdentifyEvent, Revenue, RevenueEvent

client = Amplitude("key")


def visit(request):
    user = request.user
    client.track(IdentifyEvent(user_id=user.id))  # ~> identifier.user_id amplitude
    client.track(GroupIdentifyEvent(ip=request.META["REMOTE_ADDR"]))  # ~> identifier.ip_address amplitude
    client.track(RevenueEvent(event_properties={"email": user.email}))  # ~> contact.email amplitude
    client.revenue(Revenue(price=5, properties={"phone": user.phone}))  # ~> contact.phone amplitude
    client.group_identify("company", user.organization.id, Identify(), EventOptions(user_id=user.id))  # ~> identifier.org_id amplitude, identifier.user_id amplitude
    client.set_group("company", user.organization.id)  # ~> identifier.org_id amplitude
    person = Identify()
    person.set_once("first", user.email)  # ~> contact.email amplitude
    person.append("mails", user.email)  # ~> contact.email amplitude
    person.prepend("phones", user.phone)  # ~> contact.phone amplitude
    person.pre_insert("mails", user.email)  # ~> contact.email amplitude
    person.post_insert("phones", user.phone)  # ~> contact.phone amplitude
    person.add("birth", user.birth_date)  # ~> demographic.date_of_birth amplitude
    client.identify(person)

from amplitude import Amplitude, BaseEvent, EventOptions, Identify

client = Amplitude("key")


def signup(request):
    user = request.user
    client.track(
        BaseEvent(
            event_type="signup",
            user_id=user.id,  # ~> identifier.user_id amplitude
            event_properties={"contact": user.email},  # ~> contact.email amplitude
            ip=request.META["REMOTE_ADDR"],  # ~> identifier.ip_address amplitude
        )
    )
    person = Identify()
    person.set("name", user.full_name)  # ~> identity.name amplitude
    client.identify(person, EventOptions(device_id=request.POST["installation"]))  # ~> identifier.pseudonymous_id amplitude

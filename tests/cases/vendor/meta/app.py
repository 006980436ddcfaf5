from facebook_business.adobjects.serverside.event import Event
from facebook_business.adobjects.serverside.event_request import EventRequest
from facebook_business.adobjects.serverside.user_data import UserData


def purchase(request):
    user = request.user
    data = UserData(
        email=user.email,  # ~> contact.email meta
        phone=user.phone,  # ~> contact.phone meta
        client_ip_address=request.META["REMOTE_ADDR"],  # ~> identifier.ip_address meta
        client_user_agent=request.META["HTTP_USER_AGENT"],  # ~> device.user_agent meta
    )
    event = Event(event_name="Purchase", user_data=data, event_source_url=request.build_absolute_uri())  # ~> behavior.page_url meta
    EventRequest(pixel_id="1", events=[event]).execute()

from business_api_client import EventCallbackApi

events = EventCallbackApi()


def order(request):
    events.pixel_track("token", body={"context": {"user": {"email": request.user.email}}})  # ~> contact.email tiktok

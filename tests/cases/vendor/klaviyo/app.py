from klaviyo_api import KlaviyoAPI

klaviyo = KlaviyoAPI("key")


def signup(request):
    user = request.user
    klaviyo.Profiles.create_profile({"data": {"type": "profile", "attributes": {"email": user.email}}})  # ~> contact.email klaviyo
    klaviyo.Events.create_event({"data": {"type": "event", "attributes": {"properties": {"phone": user.phone}}}})  # ~> contact.phone klaviyo

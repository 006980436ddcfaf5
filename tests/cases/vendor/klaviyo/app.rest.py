from klaviyo_api import KlaviyoAPI

klaviyo = KlaviyoAPI("key")


def signup(request):
    user = request.user
    klaviyo.Profiles.bulk_import_profiles({"data": {"attributes": {"profiles": {"data": [{"attributes": {"email": user.email}}]}}}})  # ~> contact.email klaviyo
    klaviyo.Data_Privacy.request_profile_deletion({"data": {"attributes": {"profile": {"data": {"attributes": {"email": user.email}}}}}})  # ~> contact.email klaviyo
    klaviyo.Catalogs.create_back_in_stock_subscription({"data": {"attributes": {"profile": {"data": {"attributes": {"phone_number": user.phone}}}}}})  # ~> contact.phone klaviyo

from facebook_business.adobjects.customaudience import CustomAudience
from facebook_business.adobjects.serverside.custom_data import CustomData


def share(request):
    user = request.user
    CustomAudience("1").add_users("EMAIL_SHA256", [user.email])  # ~> contact.email meta
    return CustomData(value=5, custom_properties={"phone": user.phone})  # ~> contact.phone meta

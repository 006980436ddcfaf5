from devcycle_python_sdk import DevCycleCloudClient
from devcycle_python_sdk.models.user import DevCycleUser

client = DevCycleCloudClient("key")


def as_user(account):
    return DevCycleUser(user_id="x", email=account.email, name=account.full_name)


def enabled(request):
    user = as_user(request.user)  # ~> contact.email devcycle, identity.name devcycle
    return client.variable_value(user, "flag", False)

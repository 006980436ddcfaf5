from devcycle_python_sdk import DevCycleCloudClient, DevCycleCloudOptions, DevCycleLocalClient, DevCycleLocalOptions
from devcycle_python_sdk.models.event import DevCycleEvent
from devcycle_python_sdk.models.user import DevCycleUser

local = DevCycleLocalClient("key", DevCycleLocalOptions())
cloud = DevCycleCloudClient("key", DevCycleCloudOptions())


def view(request):
    user = request.user
    local.variable_value(DevCycleUser(user_id=user.id, email=user.email), "new-login", False)
    cloud.variable_value(DevCycleUser(user_id=user.id, email=user.email), "new-login", False)  # ~> contact.email devcycle, identifier.user_id devcycle
    local.track(DevCycleUser(user_id=user.id), DevCycleEvent(type="login", metaData={"phone": user.phone}))  # ~> contact.phone devcycle, identifier.user_id devcycle

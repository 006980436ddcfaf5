import ldclient
from ldclient import Context
from ldclient.config import Config

ldclient.set_config(Config("key"))


def view(request):
    user = request.user
    context = Context.builder(user.id).set("email", user.email).name(user.full_name).build()  # ~> identifier.user_id launchdarkly, contact.email launchdarkly, identity.name launchdarkly
    ldclient.get().track("login", Context.create(user.id), {"phone": user.phone})  # ~> identifier.user_id launchdarkly, contact.phone launchdarkly
    other = Context.from_dict({"kind": "user", "key": user.id, "email": user.email})  # ~> identifier.user_id launchdarkly, contact.email launchdarkly
    return context, other

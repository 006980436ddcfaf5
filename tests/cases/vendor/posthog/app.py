import posthog
from posthog import Posthog

client = Posthog("phc_key", host="https://eu.i.posthog.com")


def signup(request):
    user = request.user
    posthog.capture("signup", distinct_id=user.id, properties={"$set": {"email": user.email}})  # ~> identifier.user_id posthog, contact.email posthog
    client.group_identify("company", user.organization.id, {"name": user.organization.name})  # ~> identifier.org_id posthog, work.organization posthog
    client.set(distinct_id="1", properties={"phone": user.phone})  # ~> contact.phone posthog

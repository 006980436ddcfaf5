import segment.analytics as analytics
from segment.analytics.client import Client

client = Client("write-key")


def signup(request):
    user = request.user
    analytics.identify(user.id, {"email": user.email})  # ~> identifier.user_id segment, contact.email segment
    analytics.track(event="signup", anonymous_id=request.COOKIES["ajs"], properties={"via": request.META["HTTP_REFERER"]})  # ~> identifier.pseudonymous_id segment, behavior.referrer segment
    client.group("anonymous", user.organization.id)  # ~> identifier.org_id segment

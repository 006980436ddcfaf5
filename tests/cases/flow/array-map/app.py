from posthog import Posthog

posthog = Posthog("phc_key")

def invite(request):
    rows = [{"address": member.email} for member in request.user.members]  # ~> contact.email posthog
    posthog.capture("invited", distinct_id="team", properties={"rows": rows})

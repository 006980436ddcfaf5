import hashlib
import hmac

from django.conf import settings
from posthog import Posthog

posthog = Posthog("phc_key")


def view(request):
    pseudonym = hmac.new(settings.SALT, request.user.email.encode(), hashlib.sha256).hexdigest()  # ~> identifier.pseudonymous_id posthog
    posthog.capture("seen", distinct_id=pseudonym)

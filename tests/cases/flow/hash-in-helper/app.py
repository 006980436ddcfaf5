import hashlib

from mixpanel import Mixpanel

mp = Mixpanel("token")


def fingerprint(text):
    return hashlib.sha256(text.strip().lower().encode("utf-8")).hexdigest()


def view(request):
    mp.people_set("1", {"contact": fingerprint(request.user.email)})  # ~> contact.email_hash mixpanel

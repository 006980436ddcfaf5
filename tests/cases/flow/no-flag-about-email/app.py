from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    user = request.user
    mp.track("server", "seen", {"verified": user.is_email_verified, "sent": user.emails_sent_count})

from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    mp.track("server", "sent", {"email_template_id": request.POST["email_template_id"]})

from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    mp.track("server", "viewed", {"at": request.build_absolute_uri()})  # ~> behavior.page_url mixpanel

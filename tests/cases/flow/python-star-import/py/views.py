from tracking import *


def view(request):
    identify(request.user.email)  # ~> contact.email mixpanel

from posthog import Posthog


def set_up():
    return {"analytics": Posthog("phc_key"), "debug": False}


services = set_up()


def view(request):
    services["analytics"].capture("seen", distinct_id="x", properties={"contact": request.user.email})  # ~> contact.email posthog

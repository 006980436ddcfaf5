def view(request):
    from posthog import Posthog

    client = Posthog("phc_key")
    client.capture("seen", distinct_id="x", properties={"contact": request.user.email})  # ~> contact.email posthog

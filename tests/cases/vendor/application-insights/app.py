from applicationinsights import TelemetryClient

client = TelemetryClient("key")


def view(request):
    user = request.user
    client.track_event("login", {"email": user.email, "plan": user.plan})  # ~> contact.email application-insights
    client.track_trace(f"login of {user.email}")  # ~> contact.email application-insights
    client.track_exception(properties={"phone": user.phone})  # ~> contact.phone application-insights
    client.flush()

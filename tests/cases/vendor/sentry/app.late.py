import sentry_sdk
from sentry_sdk.traces import start_span


def visit(request):
    user = request.user
    sentry_sdk.update_current_span(data={"email": user.email})  # ~> contact.email sentry
    sentry_sdk.get_current_scope().update_from_kwargs(user={"id": user.id}, tags={"email": user.email})  # ~> identifier.user_id sentry, contact.email sentry
    with sentry_sdk.start_span(name="visit") as span:
        span.update_data({"email": user.email})  # ~> contact.email sentry
    with start_span("visit", attributes={"email": user.email}) as span:  # ~> contact.email sentry
        span.set_attribute("phone", user.phone)  # ~> contact.phone sentry

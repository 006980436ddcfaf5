from datadog import statsd
from ddtrace import tracer
from ddtrace.contrib.trace_utils import set_user


def view(request):
    user = request.user
    set_user(tracer, user.id, name=user.full_name, email=user.email)  # ~> identifier.user_id datadog, identity.name datadog, contact.email datadog
    with tracer.trace("checkout") as span:
        span.set_tag("usr.phone", user.phone)  # ~> contact.phone datadog
    statsd.event("signup", f"by {user.username}")  # ~> identity.username datadog

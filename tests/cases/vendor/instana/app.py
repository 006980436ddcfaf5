from instana.singletons import tracer


def view(request):
    user = request.user
    span = tracer.start_span("login")
    span.set_attribute("email", user.email)  # ~> contact.email instana
    span.end()

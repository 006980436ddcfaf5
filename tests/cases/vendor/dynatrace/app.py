import oneagent

oneagent.initialize()


def view(request):
    user = request.user
    oneagent.get_sdk().add_custom_request_attribute("email", user.email)  # ~> contact.email dynatrace

from appsignal import send_error, set_custom_data, set_tag


def view(request):
    user = request.user
    set_tag("email", user.email)  # ~> contact.email appsignal
    set_custom_data({"phone": user.phone, "plan": user.plan})  # ~> contact.phone appsignal
    send_error(ValueError(f"no account for {user.email}"))  # ~> contact.email appsignal

import rollbar

rollbar.init("x", environment="production", capture_ip="anonymize")


def view(request):
    user = request.user
    rollbar.report_message(f"login of {user.email}", "info")  # ~> contact.email rollbar
    rollbar.report_message("login", "info", extra_data={"phone": user.phone})  # ~> contact.phone rollbar
    rollbar.report_exc_info(extra_data={"email": user.email})  # ~> contact.email rollbar
    rollbar.report_exc_info(payload_data={"person": {"id": user.id}})  # ~> identifier.user_id rollbar
    rollbar.report_exc_info()

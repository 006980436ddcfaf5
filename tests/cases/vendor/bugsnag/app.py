import bugsnag

bugsnag.configure(api_key="x", project_root="/app")


def view(request, error):
    user = request.user
    bugsnag.notify(error, user={"id": user.id, "email": user.email})  # ~> identifier.user_id bugsnag, contact.email bugsnag
    bugsnag.notify(error, metadata={"account": {"phone": user.phone}})  # ~> contact.phone bugsnag
    bugsnag.add_metadata_tab("account", {"email": user.email})  # ~> contact.email bugsnag
    bugsnag.leave_breadcrumb("login", metadata={"phone": user.phone})  # ~> contact.phone bugsnag
    bugsnag.configure_request(user={"email": user.email})  # ~> contact.email bugsnag
    bugsnag.notify(error)

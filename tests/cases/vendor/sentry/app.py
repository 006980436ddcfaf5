import sentry_sdk

sentry_sdk.init(dsn="https://key@o1.ingest.sentry.io/1", send_default_pii=True, server_name="web")


def view(request):
    user = request.user
    sentry_sdk.set_user({"id": user.id, "email": user.email, "username": user.username})  # ~> identifier.user_id sentry, contact.email sentry, identity.username sentry
    sentry_sdk.set_tag("phone", user.phone)  # ~> contact.phone sentry
    with sentry_sdk.new_scope() as scope:
        scope.set_context("person", {"name": user.full_name})  # ~> identity.name sentry
        scope.capture_message("failed")

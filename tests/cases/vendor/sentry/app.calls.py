import sentry_sdk
from sentry_sdk import logger, start_span

sentry_sdk.init(dsn="https://key@o1.ingest.sentry.io/1")


def view(request):
    user = request.user
    sentry_sdk.set_extra("contact", user.email)  # ~> contact.email sentry
    sentry_sdk.set_tags({"phone": user.phone})  # ~> contact.phone sentry
    sentry_sdk.add_breadcrumb({"message": user.email})  # ~> contact.email sentry
    sentry_sdk.add_breadcrumb(category="auth", message=user.phone)  # ~> contact.phone sentry
    sentry_sdk.capture_message(f"refused {user.email}")  # ~> contact.email sentry
    sentry_sdk.capture_message("refused", user={"id": user.id})  # ~> identifier.user_id sentry
    sentry_sdk.capture_event({"extra": {"phone": user.phone}})  # ~> contact.phone sentry
    sentry_sdk.capture_exception(ValueError("x"), extras={"email": user.email})  # ~> contact.email sentry
    sentry_sdk.set_transaction_name("/people/" + user.email)  # ~> contact.email sentry
    sentry_sdk.get_current_scope().set_attribute("phone", user.phone)  # ~> contact.phone sentry
    with start_span(op="mail", name=user.email) as span:  # ~> contact.email sentry
        span.set_tag("name", user.full_name)  # ~> identity.name sentry
        span.set_data("phone", user.phone)  # ~> contact.phone sentry
        span.set_attribute("to", user.email)  # ~> contact.email sentry
    with sentry_sdk.start_transaction(name=user.phone) as transaction:  # ~> contact.phone sentry
        transaction.set_tag("to", user.email)  # ~> contact.email sentry
        transaction.set_data("phone", user.phone)  # ~> contact.phone sentry
        transaction.set_attribute("to", user.email)  # ~> contact.email sentry
    sentry_sdk.get_current_span().set_data("to", user.email)  # ~> contact.email sentry
    sentry_sdk.get_current_span().set_attribute("phone", user.phone)  # ~> contact.phone sentry
    logger.trace("seen {who}", who=user.email)  # ~> contact.email sentry
    logger.debug("seen {who}", who=user.phone)  # ~> contact.phone sentry
    logger.info(f"seen {user.email}")  # ~> contact.email sentry
    logger.warning("seen {who}", who=user.full_name)  # ~> identity.name sentry
    logger.error("seen {who}", attributes={"id": user.email})  # ~> contact.email sentry
    logger.fatal("seen {who}", who=user.phone)  # ~> contact.phone sentry

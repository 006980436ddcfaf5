import newrelic.agent
from newrelic.agent import record_log_event


def view(request):
    user = request.user
    newrelic.agent.set_user_id(user.id)  # ~> identifier.user_id new-relic
    newrelic.agent.add_custom_attribute("email", user.email)  # ~> contact.email new-relic
    newrelic.agent.add_custom_attributes([("phone", user.phone)])  # ~> contact.phone new-relic
    newrelic.agent.record_custom_event("Login", {"email": user.email, "plan": user.plan})  # ~> contact.email new-relic
    newrelic.agent.notice_error(attributes={"email": user.email})  # ~> contact.email new-relic
    record_log_event(f"login of {user.email}")  # ~> contact.email new-relic
    newrelic.agent.record_custom_metric("Custom/Login", 1)

from datadog_api_client.v1.model.event_create_request import EventCreateRequest
from datadog_api_client.v2.model.http_log_item import HTTPLogItem


def report(request, api, events):
    user = request.user
    api.submit_log(body=[HTTPLogItem(message=f"refused {user.email}")])  # ~> contact.email datadog
    events.create_event(body=EventCreateRequest(title="signup", text=user.phone))  # ~> contact.phone datadog

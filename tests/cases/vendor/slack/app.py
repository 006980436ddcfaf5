from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

client = WebClient(token="t")
hook = WebhookClient("https://hooks.slack.com/services/x")


def signup(request):
    user = request.user
    client.chat_postMessage(channel="C1", text=f"New user {user.email}")  # ~> contact.email slack
    client.users_lookupByEmail(email=user.email)  # ~> contact.email slack
    hook.send(text=f"Call {user.phone}")  # ~> contact.phone slack

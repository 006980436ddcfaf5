from discord import SyncWebhook

hook = SyncWebhook.from_url("https://discord.com/api/webhooks/1/x")


def signup(request):
    hook.send(f"New user {request.user.email}")  # ~> contact.email discord
    hook.send(content=f"Mail of {request.user.email}")  # ~> contact.email discord

from UnleashClient import UnleashClient

client = UnleashClient(url="https://eu.app.unleash-hosted.com/x/api", app_name="web")


def view(request):
    user = request.user
    return client.is_enabled("new-login", {"userId": user.id, "properties": {"email": user.email}})

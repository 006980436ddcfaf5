import configcatclient
from configcatclient.user import User

client = configcatclient.get("x")


def view(request):
    user = request.user
    return client.get_value("new-login", False, User(user.id, email=user.email))

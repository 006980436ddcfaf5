from knockapi import Knock

client = Knock(api_key="key")


def signup(request):
    user = request.user
    client.users.update(user_id=user.id, email=user.email)  # ~> identifier.user_id knock, contact.email knock
    client.workflows.trigger(key="welcome", recipients=[{"id": user.id, "email": user.email}])  # ~> identifier.user_id knock, contact.email knock

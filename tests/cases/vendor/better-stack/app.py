import logtail

handler = logtail.LogtailHandler(source_token="x")


def view(request):
    user = request.user
    with logtail.context(user={"email": user.email}):  # ~> contact.email better-stack
        return None

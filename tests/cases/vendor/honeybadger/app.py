from honeybadger import honeybadger

honeybadger.configure(api_key="x")


def view(request, error):
    user = request.user
    honeybadger.set_context(user_id=user.id, user_email=user.email)  # ~> identifier.user_id honeybadger, contact.email honeybadger
    honeybadger.notify(error, context={"phone": user.phone})  # ~> contact.phone honeybadger
    honeybadger.event("login", {"email": user.email})  # ~> contact.email honeybadger
    honeybadger.notify(error)

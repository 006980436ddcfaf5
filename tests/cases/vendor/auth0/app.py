from auth0.authentication import Database, Passwordless


def signup(request):
    user = request.user
    Database("acme.eu.auth0.com", "c").signup(email=user.email, password=request.POST["password"], connection="db")  # ~> contact.email auth0, credential.password auth0
    Passwordless("acme.eu.auth0.com", "c").email(user.email)  # ~> contact.email auth0

from clerk_backend_api import Clerk

clerk = Clerk(bearer_auth="sk")


def signup(request):
    user = request.user
    clerk.users.create(email_address=[user.email], first_name=user.first_name)  # ~> contact.email clerk, identity.first_name clerk

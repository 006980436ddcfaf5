from flagsmith import Flagsmith

flagsmith = Flagsmith(environment_key="x")


def view(request):
    user = request.user
    flagsmith.get_identity_flags(user.id, traits={"email": user.email})  # ~> identifier.user_id flagsmith, contact.email flagsmith

from growthbook import GrowthBook


def view(request):
    user = request.user
    gb = GrowthBook(attributes={"id": user.id, "email": user.email})
    gb.log_event("login", {"phone": user.phone})  # ~> contact.phone growthbook

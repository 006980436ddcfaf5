import httpx


def signup(request):
    httpx.post(
        "https://api.fullstory.com/v2/users",
        json={"uid": request.user.id, "email": request.user.email},  # ~> identifier.user_id fullstory, contact.email fullstory
    )

from raygun4py import raygunprovider

client = raygunprovider.RaygunSender("x")


def view(request):
    user = request.user
    client.set_user({"identifier": user.id, "email": user.email})  # ~> identifier.user_id raygun, contact.email raygun
    client.send_exception(userCustomData={"phone": user.phone})  # ~> contact.phone raygun
    client.send_exception()

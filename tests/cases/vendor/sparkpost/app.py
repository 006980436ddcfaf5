from sparkpost import SparkPost

sp = SparkPost("key")


def welcome(request):
    user = request.user
    sp.transmissions.send(recipients=[user.email], html=f"Hello {user.first_name}", from_email="team@acme.example", subject="Hi")  # ~> contact.email sparkpost, identity.first_name sparkpost

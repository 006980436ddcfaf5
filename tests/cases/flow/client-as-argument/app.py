from mixpanel import Mixpanel


def send(client, address):
    client.people_set("1", {"contact": address})


def view(request):
    send(Mixpanel("token"), request.user.email)  # ~> contact.email mixpanel

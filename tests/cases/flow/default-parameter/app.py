from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    def send(contact=request.user.email):  # ~> contact.email mixpanel
        mp.people_set("1", {"contact": contact})

    send()

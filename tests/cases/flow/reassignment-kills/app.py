from mixpanel import Mixpanel

mp = Mixpanel("token")


def view(request):
    contact = request.user.email
    save(contact)
    contact = "hidden"
    mp.people_set("1", {"contact": contact})

from mixpanel import Mixpanel

mp = Mixpanel("token")


def signup(request):
    user = request.user
    # vendorflow: allow contact.email -> mixpanel until 2027-01-31: the contract ends in January
    mp.track("anonymous", "signup", {"contact": user.email})

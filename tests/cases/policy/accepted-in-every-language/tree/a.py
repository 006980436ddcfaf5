import mixpanel

mp = mixpanel.Mixpanel("token")


def on_login(user):
    # vendorflow: allow contact.email -> mixpanel until 2027-01-31: the contract ends in January
    mp.people_set(user.id, {"$email": user.email})

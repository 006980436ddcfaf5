import mixpanel

mp = mixpanel.Mixpanel("token")


def view(request):
    user = request.user

    def submit():
        mp.people_set("1", {"$email": user.email})  # ~> contact.email mixpanel

    def handle():
        submit()

    run(handle)

class Analytics:
    def identify(self, user):
        db.save("people", user.email)

    def track(self, event, properties):
        print(event, properties)


analytics = Analytics()


def view(request):
    analytics.identify(request.user)
    analytics.track("seen", {"email": request.user.email})

class Mixpanel:
    def people_set(self, id, values):
        print(id, values)


mixpanel = Mixpanel()


def view(request):
    mixpanel.people_set(request.user.id, {"email": request.user.email})

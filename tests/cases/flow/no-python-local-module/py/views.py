import mixpanel


def view(request):
    mixpanel.people_set(request.user.id, {"email": request.user.email})

from mixpanel import Mixpanel

mp = Mixpanel("token")


def ansicht(request):
    nutzer = request.user
    mp.people_set(
        "1",
        {
            "a": nutzer.vorname,  # ~> identity.first_name mixpanel
            "b": nutzer.correo_electronico,  # ~> contact.email mixpanel
            "c": nutzer.telephone,  # ~> contact.phone mixpanel
        },
    )

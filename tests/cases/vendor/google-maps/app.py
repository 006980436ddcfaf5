import googlemaps

gmaps = googlemaps.Client(key="k")


def order(request):
    user = request.user
    gmaps.geocode(user.address)  # ~> contact.address google-maps
    gmaps.directions(origin="Berlin", destination=user.address)  # ~> contact.address google-maps

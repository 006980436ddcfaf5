from mapbox import Geocoder

geocoder = Geocoder(access_token="pk")


def order(request):
    user = request.user
    geocoder.forward(user.address)  # ~> contact.address mapbox
    geocoder.reverse(lon=user.longitude, lat=user.latitude)  # ~> location.precise mapbox

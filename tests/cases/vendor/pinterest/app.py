from pinterest.ads.conversion_events import Conversion


def order(request):
    Conversion.create_conversion_event(
        event_name="checkout",
        user_data={"em": [request.user.email]},  # ~> contact.email pinterest
    )

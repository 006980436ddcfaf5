from google.ads.googleads.client import GoogleAdsClient

client = GoogleAdsClient.load_from_storage()


def order(request):
    service = client.get_service("ConversionUploadService")
    service.upload_click_conversions(
        customer_id="1",
        conversions=[{"gclid": "1", "phone": request.user.phone}],  # ~> contact.phone google-ads
    )

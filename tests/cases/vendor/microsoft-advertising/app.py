from bingads.service_client import ServiceClient

service = ServiceClient("CampaignManagementService", 13)


def order(request):
    service.ApplyOfflineConversions(OfflineConversions=[{"HashedEmailAddress": request.user.email}])  # ~> contact.email microsoft-advertising

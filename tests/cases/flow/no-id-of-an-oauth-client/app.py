import requests


class Provider:
    def set_token(self, request):
        requests.post(
            "https://oauth2.googleapis.com/token",
            data={
                "client_id": request.tenant.organization_id,
                "client_secret": "s",
                "grant_type": "authorization_code",
            },
        )


Provider().set_token(load())

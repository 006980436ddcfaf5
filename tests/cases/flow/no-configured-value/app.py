import os
from os import environ

import requests
from django.conf import settings


def configured(keys):
    return tuple(os.environ.get(key.get("key"), key.get("default")) for key in keys)


class Adapter:
    def __init__(self, client_id, organization_id):
        self.client_id = client_id
        self.organization_id = organization_id

    def member(self):
        requests.get(f"https://api.github.com/orgs/{self.organization_id}/memberships")
        requests.post("https://api.github.com/applications", data={"client_id": self.client_id})


def run():
    GITHUB_CLIENT_ID, GITHUB_ORGANIZATION_ID = configured(
        [
            {"key": "GITHUB_CLIENT_ID", "default": os.environ.get("GITHUB_CLIENT_ID")},
            {"key": "GITHUB_ORGANIZATION_ID", "default": os.environ.get("GITHUB_ORGANIZATION_ID")},
        ]
    )
    Adapter(GITHUB_CLIENT_ID, GITHUB_ORGANIZATION_ID).member()
    requests.post("https://api.github.com/orgs", data={"organization_id": environ["organization_id"]})
    requests.post("https://api.github.com/orgs", data={"email": settings.support_email})
    requests.post("https://api.github.com/orgs", data={"organization": settings.ORGANIZATION_NAME})


run()

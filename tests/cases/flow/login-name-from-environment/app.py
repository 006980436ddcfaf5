import os

import requests


def report():
    login = os.environ["USER"]  # ~> identity.username github
    email = os.environ.get("GIT_AUTHOR_EMAIL")  # ~> contact.email github
    requests.post("https://api.github.com/x", json={"by": login, "mail": email, "host": os.environ["SMTP_EMAIL"]})


report()

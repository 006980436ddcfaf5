from flask import Flask, request
from flask_login import user_logged_in, user_logged_out
from mixpanel import Mixpanel

app = Flask(__name__)
mp = Mixpanel("token")


def remember(sender, user, **extra):
    mp.people_set("1", {"contact": user.email})  # ~> contact.email mixpanel


user_logged_in.connect(remember, app)


@user_logged_out.connect_via(app)
def forget(sender, user, **extra):
    mp.people_set("1", {"from": request.remote_addr})  # ~> identifier.ip_address mixpanel

from flask_login import current_user
from mixpanel import Mixpanel

mp = Mixpanel("token")


@app.route("/")
def home():
    mp.people_set("1", {"contact": current_user.email})  # ~> contact.email mixpanel

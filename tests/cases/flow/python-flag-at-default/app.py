from flask import Flask, request
from mixpanel import Mixpanel

app = Flask(__name__)
mp = Mixpanel("token")


class Accounts:
    def save(self, user, report=False, quiet=True):
        self._write(user, report=report)
        if not quiet:
            mp.track("x", "saved", {"phone": user["phone_number"]})
        return user["name"] if report else None

    def _write(self, user, report=False):
        if not report:
            return
        mp.track("x", "written", {"email": user["email"]})


accounts = Accounts()


@app.post("/plain")
def plain():
    saved = accounts.save(request.json)
    mp.track("x", "plain", {"$name": saved})
    return "ok"


@app.post("/reported")
def reported():
    accounts.save(request.json, report=True)  # ~> contact.email mixpanel
    return "ok"


@app.post("/loud")
def loud():
    accounts.save(request.json, quiet=request.args.get("quiet"))  # ~> contact.phone mixpanel
    return "ok"

from descope import DeliveryMethod, DescopeClient
from flask import Flask, request

app = Flask(__name__)
descope = DescopeClient(project_id="p", management_key="k")


@app.post("/signup")
def signup():
    descope.mgmt.user.create(login_id="login", email=request.form["email"])  # ~> contact.email descope
    descope.otp.sign_up_or_in(DeliveryMethod.EMAIL, request.form["email"])  # ~> contact.email descope
    descope.mgmt.user.update_phone("login", request.form["phone"])  # ~> contact.phone descope
    return "", 204

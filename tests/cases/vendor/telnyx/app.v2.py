import telnyx
from flask import Flask, request

app = Flask(__name__)
telnyx.api_key = "key"


@app.post("/code")
def code():
    telnyx.Message.create(from_="+1", to=request.form["phone"], text="Hello")  # ~> contact.phone telnyx
    telnyx.Verification.sms(phone_number=request.form["phone"], verify_profile_id="v")  # ~> contact.phone telnyx
    return "", 204

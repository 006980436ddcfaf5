import Adyen
from flask import Flask, request

app = Flask(__name__)
adyen = Adyen.Adyen()


@app.post("/pay")
def pay():
    adyen.checkout.payments_api.payments({"merchantAccount": "acme", "shopperEmail": request.form["email"]})  # ~> contact.email adyen
    return "", 204

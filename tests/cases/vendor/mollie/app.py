from flask import Flask, request
from mollie.api.client import Client

app = Flask(__name__)
mollie = Client()
mollie.set_api_key("key")


@app.post("/pay")
def pay():
    mollie.customers.create({"email": request.form["email"]})  # ~> contact.email mollie
    mollie.payments.create({"amount": {}, "billingEmail": request.form["email"]})  # ~> contact.email mollie
    customer = mollie.customers.get("cst_1")
    customer.mandates.create({"consumerAccount": request.form["iban"]})  # ~> financial.bank_account mollie
    return "", 204

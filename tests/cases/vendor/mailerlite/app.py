import mailerlite
from flask import Flask, request

app = Flask(__name__)
client = mailerlite.Client({"api_key": "key"})


@app.post("/subscribe")
def subscribe():
    client.subscribers.create(
        request.form["email"],  # ~> contact.email mailerlite
        fields={"last_name": request.form["last_name"]},  # ~> identity.last_name mailerlite
    )
    return "", 204

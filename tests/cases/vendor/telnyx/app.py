from flask import Flask, request
from telnyx import Telnyx

app = Flask(__name__)
client = Telnyx(api_key="key")


@app.post("/call")
def call():
    client.messages.send(
        from_="+1",
        to=request.form["phone"],  # ~> contact.phone telnyx
        text=request.form["text"],  # ~> content.message telnyx
    )
    client.email_messages.create(from_="team@acme.example", to=[request.form["email"]])  # ~> contact.email telnyx
    client.number_lookup.retrieve(request.form["phone"])  # ~> contact.phone telnyx
    return "", 204

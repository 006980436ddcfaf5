from flask import Flask, request
from mailersend import EmailBuilder, MailerSendClient, SmsSendingBuilder

app = Flask(__name__)
client = MailerSendClient(api_key="key")


@app.post("/signup")
def signup():
    email = request.form["email"]  # ~> contact.email mailersend
    phone = request.form["phone"]  # ~> contact.phone mailersend
    message = EmailBuilder().from_email("team@acme.example").to(email, "Friend").subject("Welcome").text("Hello").build()
    client.emails.send(message)
    client.sms_sending.send(SmsSendingBuilder().from_number("+1").add_recipient(phone).text("Hello").build())
    return "", 204

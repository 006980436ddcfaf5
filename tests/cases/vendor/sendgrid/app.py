import os

from sendgrid import SendGridAPIClient
from sendgrid.helpers.mail import Mail, To


def welcome(request):
    user = request.user
    message = Mail(
        from_email="team@acme.example",
        to_emails=user.email,  # ~> contact.email sendgrid
        subject="Welcome",
        html_content="Hello",
    )
    SendGridAPIClient(os.environ["SENDGRID_API_KEY"]).send(message)
    To(user.email, user.full_name)  # ~> contact.email sendgrid, identity.name sendgrid
    sg = SendGridAPIClient("key")
    sg.client.marketing.contacts.put(request_body={"contacts": [{"email": user.email}]})  # ~> contact.email sendgrid

from brevo import Brevo
import sib_api_v3_sdk

client = Brevo(api_key="key")


def signup(request):
    user = request.user
    client.transactional_emails.send_transac_email(to=[{"email": user.email}], subject="Hi", text_content=f"Hello {user.first_name}")  # ~> contact.email brevo, identity.first_name brevo
    client.contacts.create_contact(email=user.email)  # ~> contact.email brevo
    mail = sib_api_v3_sdk.SendSmtpEmail(to=[{"email": user.email}], html_content="Hello")  # ~> contact.email brevo
    sib_api_v3_sdk.TransactionalEmailsApi().send_transac_email(mail)

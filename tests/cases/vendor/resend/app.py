import resend

resend.api_key = "re_1"


def welcome(request):
    user = request.user
    resend.Emails.send({"from": "team@acme.example", "to": user.email, "subject": "Welcome", "html": f"Hello {user.first_name}"})  # ~> contact.email resend, identity.first_name resend
    params: resend.Emails.SendParams = {"from": "team@acme.example", "to": [user.email], "subject": "Welcome"}  # ~> contact.email resend
    resend.Emails.send(params)
    resend.Contacts.create({"audience_id": "a1", "email": user.email, "first_name": user.first_name})  # ~> contact.email resend, identity.first_name resend

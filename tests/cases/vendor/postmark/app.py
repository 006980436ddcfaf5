from postmarker.core import PostmarkClient

client = PostmarkClient(server_token="token")


def welcome(request):
    user = request.user
    client.emails.send(From="team@acme.example", To=user.email, Subject="Welcome", TextBody=f"Hello {user.first_name}")  # ~> contact.email postmark, identity.first_name postmark
    client.emails.send_with_template(TemplateId=1, TemplateModel={"name": user.full_name}, From="team@acme.example", To=user.email)  # ~> contact.email postmark, identity.name postmark

import mailchimp_marketing as MailchimpMarketing
import mailchimp_transactional as MailchimpTransactional

client = MailchimpMarketing.Client()
client.set_config({"api_key": "key", "server": "us1"})
mailer = MailchimpTransactional.Client("key")


def signup(request):
    user = request.user
    client.lists.add_list_member("l1", {"email_address": user.email, "status": "subscribed"})  # ~> contact.email mailchimp
    client.lists.set_list_member("l1", "hash", {"merge_fields": {"FNAME": user.first_name}})  # ~> identity.first_name mailchimp
    mailer.messages.send({"message": {"to": [{"email": user.email}], "text": "Hello"}})  # ~> contact.email mailchimp

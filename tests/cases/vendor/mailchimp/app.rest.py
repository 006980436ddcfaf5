import mailchimp_marketing
import mailchimp_transactional

client = mailchimp_marketing.Client()
mail = mailchimp_transactional.Client("key")


def signup(request):
    user = request.user
    client.lists.create_segment("list", {"name": "a", "static_segment": [user.email]})  # ~> contact.email mailchimp
    client.lists.create_segment_member("list", "1", {"email_address": user.email})  # ~> contact.email mailchimp
    client.ecommerce.add_store_customer("store", {"id": "1", "email_address": user.email})  # ~> contact.email mailchimp
    client.ecommerce.update_store_customer("store", user.id, {"first_name": user.first_name})  # ~> identifier.user_id mailchimp, identity.first_name mailchimp
    client.customer_journeys.trigger(1, 2, {"email_address": user.email})  # ~> contact.email mailchimp
    mail.rejects.add({"email": user.email})  # ~> contact.email mailchimp

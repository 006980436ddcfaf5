from simple_salesforce import Salesforce

sf = Salesforce(username="u", password="p", security_token="t")


def signup(request):
    user = request.user
    sf.Contact.create({"FirstName": user.first_name, "LastName": user.last_name, "Email": user.email})  # ~> contact.email salesforce, identity.first_name salesforce, identity.last_name salesforce
    sf.Contact.update("003", {"Phone": user.phone})  # ~> contact.phone salesforce
    sf.query(f"SELECT Id FROM Contact WHERE Email = '{user.email}'")  # ~> contact.email salesforce

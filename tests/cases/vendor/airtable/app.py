from pyairtable import Api

table = Api("key").table("app", "Leads")


def line(request):
    user = request.user
    table.create({"Email": user.email})  # ~> contact.email airtable
    table.update("1", {"Phone": user.phone})  # ~> contact.phone airtable

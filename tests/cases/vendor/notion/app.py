from notion_client import Client

notion = Client(auth="token")


def line(request):
    user = request.user
    notion.pages.create(parent={"database_id": "a"}, properties={"Email": {"email": user.email}})  # ~> contact.email notion

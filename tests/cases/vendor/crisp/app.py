from crisp_api import Crisp

client = Crisp()


def login(request):
    user = request.user
    client.website.add_new_people_profile("site", {"email": user.email, "person": {"nickname": user.full_name}})  # ~> contact.email crisp, identity.name crisp
    client.website.send_message_in_conversation("site", "session", {"type": "text", "content": request.POST["message"]})  # ~> content.message crisp

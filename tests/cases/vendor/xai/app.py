from xai_sdk import Client
from xai_sdk.chat import user as said

client = Client()


def line(request):
    user = request.user
    chat = client.chat.create(model="grok", user=user.id)  # ~> identifier.user_id xai
    chat.append(said(request.POST["question"]))  # ~> content.llm_prompt xai
    chat.sample()

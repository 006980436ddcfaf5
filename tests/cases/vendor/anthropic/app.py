from anthropic import Anthropic
from langchain_anthropic import ChatAnthropic

client = Anthropic()
chat = ChatAnthropic(model="claude-opus-4-5")


def ask(request):
    client.messages.create(
        model="claude-opus-4-5",
        max_tokens=10,
        messages=[{"role": "user", "content": request.POST["question"]}],  # ~> content.llm_prompt anthropic
        metadata={"user_id": request.user.id},  # ~> identifier.user_id anthropic
    )
    chat.invoke(request.POST["question"])  # ~> content.llm_prompt anthropic

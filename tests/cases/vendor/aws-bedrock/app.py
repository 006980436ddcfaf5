from langchain_aws import ChatBedrockConverse

chat = ChatBedrockConverse(model="claude")


def ask(request):
    chat.invoke(request.POST["question"])  # ~> content.llm_prompt aws-bedrock

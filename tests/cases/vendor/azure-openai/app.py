from azure.ai.inference import ChatCompletionsClient

client = ChatCompletionsClient(endpoint="https://acme.services.ai.azure.com/models", credential=None)


def ask(request):
    client.complete(messages=[{"role": "user", "content": request.POST["question"]}])

from mistralai import Mistral

client = Mistral(api_key="key")


def ask(request):
    client.chat.complete(model="m", messages=[{"role": "user", "content": request.POST["question"]}])  # ~> content.llm_prompt mistral
    client.embeddings.create(model="m", inputs=[request.POST["question"]])  # ~> content.llm_prompt mistral

from huggingface_hub import InferenceClient

client = InferenceClient()


def ask(request):
    client.chat_completion([{"role": "user", "content": request.POST["question"]}], model="m")  # ~> content.llm_prompt huggingface
    client.text_generation(request.POST["question"], model="m")  # ~> content.llm_prompt huggingface

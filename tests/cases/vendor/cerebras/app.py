from cerebras.cloud.sdk import Cerebras

client = Cerebras()


def line(request):
    user = request.user
    client.chat.completions.create(model="llama", messages=[{"role": "user", "content": request.POST["question"]}])  # ~> content.llm_prompt cerebras

from fireworks import Fireworks

client = Fireworks()


def line(request):
    user = request.user
    client.chat.completions.create(model="llama", messages=[{"role": "user", "content": request.POST["question"]}])  # ~> content.llm_prompt fireworks-ai

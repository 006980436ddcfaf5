from groq import Groq

client = Groq()


def ask(request):
    client.chat.completions.create(model="llama", messages=[{"role": "user", "content": request.POST["question"]}])  # ~> content.llm_prompt groq

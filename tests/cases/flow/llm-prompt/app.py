from openai import OpenAI

client = OpenAI()


def ask(request):
    question = request.POST["question"]  # ~> content.llm_prompt openai
    return client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": question}],
    )

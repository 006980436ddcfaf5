from openai import AsyncOpenAI, OpenAI

client = OpenAI()


def ask(request):
    return client.responses.create(model="gpt-4o", input=request.POST["question"])  # ~> content.llm_prompt openai


async def embed(request):
    await AsyncOpenAI().embeddings.create(model="m", input=[request.user.biography])  # ~> content.free_text openai

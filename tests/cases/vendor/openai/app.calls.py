import openai
from langchain_openai import ChatOpenAI
from langchain_openai import OpenAI as Completing
from openai import OpenAI

client = OpenAI()


def ask(request):
    client.chat.completions.create(model="m", messages=[{"role": "user", "content": request.POST["question"]}])  # ~> content.llm_prompt openai
    client.chat.completions.parse(model="m", messages=[{"role": "user", "content": request.POST["question"]}])  # ~> content.llm_prompt openai
    client.chat.completions.stream(model="m", messages=[], user=request.user.id)  # ~> identifier.user_id openai
    client.beta.chat.completions.parse(model="m", messages=[{"role": "user", "content": request.POST["question"]}])  # ~> content.llm_prompt openai
    client.beta.chat.completions.stream(model="m", messages=[{"role": "user", "content": request.POST["question"]}])  # ~> content.llm_prompt openai
    openai.ChatCompletion.create(model="m", messages=[{"role": "user", "content": request.POST["question"]}])  # ~> content.llm_prompt openai
    client.responses.parse(model="m", input=request.POST["question"])  # ~> content.llm_prompt openai
    client.responses.stream(model="m", input=request.POST["question"])  # ~> content.llm_prompt openai
    client.responses.compact(model="m", input=request.POST["question"])  # ~> content.llm_prompt openai
    client.completions.create(model="m", prompt=request.POST["question"])  # ~> content.llm_prompt openai
    openai.Completion.create(model="m", prompt=request.POST["question"])  # ~> content.llm_prompt openai
    openai.Embedding.create(model="m", input=request.POST["question"])  # ~> content.llm_prompt openai
    client.moderations.create(input=request.POST["question"])  # ~> content.llm_prompt openai
    client.images.generate(prompt=request.POST["question"])  # ~> content.llm_prompt openai
    client.images.edit(image=b"", prompt=request.POST["question"])  # ~> content.llm_prompt openai
    client.audio.transcriptions.create(model="m", file=request.FILES["voice"])  # ~> content.voice openai
    client.audio.translations.create(model="m", file=request.FILES["voice"])  # ~> content.voice openai
    client.audio.speech.create(model="m", voice="v", input=request.POST["question"])  # ~> content.llm_prompt openai
    client.files.create(file=request.FILES["document"], purpose="user_data")  # ~> content.file openai


def chain(request):
    model = ChatOpenAI(model="m")
    model.invoke(request.POST["question"])  # ~> content.llm_prompt openai
    model.stream(request.POST["question"])  # ~> content.llm_prompt openai
    model.predict(request.POST["question"])  # ~> content.llm_prompt openai
    model.batch([request.POST["question"]])  # ~> content.llm_prompt openai
    completing = Completing()
    completing.invoke(request.POST["question"])  # ~> content.llm_prompt openai
    completing.stream(request.POST["question"])  # ~> content.llm_prompt openai
    completing.predict(request.POST["question"])  # ~> content.llm_prompt openai
    completing.batch([request.POST["question"]])  # ~> content.llm_prompt openai


async def wait(request):
    await openai.ChatCompletion.acreate(model="m", messages=[{"role": "user", "content": request.POST["question"]}])  # ~> content.llm_prompt openai
    await ChatOpenAI().ainvoke(request.POST["question"])  # ~> content.llm_prompt openai
    ChatOpenAI().astream(request.POST["question"])  # ~> content.llm_prompt openai
    await Completing().ainvoke(request.POST["question"])  # ~> content.llm_prompt openai
    Completing().astream(request.POST["question"])  # ~> content.llm_prompt openai

from google import genai

client = genai.Client()


async def ask(request):
    async with client.aio.live.connect(model="gemini-live") as session:
        await session.send_client_content(turns=request.POST["question"])  # ~> content.llm_prompt google-gemini
    client.models.generate_videos(model="veo", prompt=request.POST["question"])  # ~> content.llm_prompt google-gemini
    client.files.upload(file=request.FILES["document"])  # ~> content.file google-gemini
    client.batches.create(model="gemini", src=[{"contents": request.POST["question"]}])  # ~> content.llm_prompt google-gemini
    chat = client.aio.chats.create(model="gemini")
    await chat.send_message(request.POST["question"])  # ~> content.llm_prompt google-gemini

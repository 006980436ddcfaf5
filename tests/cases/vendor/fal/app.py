import fal_client


def line(request):
    user = request.user
    fal_client.subscribe("fal-ai/flux", arguments={"prompt": request.POST["question"]})  # ~> content.llm_prompt fal
    fal_client.upload(request.FILES["photo"], "image/png")  # ~> content.file fal

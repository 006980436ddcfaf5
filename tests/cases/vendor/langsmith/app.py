from langsmith import Client

client = Client()


def ask(request):
    client.create_run("ask", {"question": request.POST["question"]}, "llm", extra={"metadata": {"email": request.user.email}})  # ~> contact.email langsmith, content.llm_prompt langsmith
    client.create_feedback("r1", "rating", score=1, comment=request.POST["comment"])  # ~> content.free_text langsmith

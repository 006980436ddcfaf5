from perplexity import Perplexity

client = Perplexity()


def line(request):
    user = request.user
    client.chat.completions.create(model="sonar", messages=[{"role": "user", "content": request.POST["question"]}])  # ~> content.llm_prompt perplexity
    client.search.create(query=request.POST["question"])  # ~> behavior.search_query perplexity

import cohere

co = cohere.ClientV2("key")


def ask(request):
    co.chat(model="command-r", messages=[{"role": "user", "content": request.POST["question"]}])  # ~> content.llm_prompt cohere
    co.embed(texts=[request.POST["question"]], model="embed", input_type="search_query")  # ~> content.llm_prompt cohere

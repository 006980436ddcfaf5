from anthropic import Anthropic

client = Anthropic()


def ask(request):
    client.beta.messages.tool_runner(model="claude", max_tokens=10, tools=[], messages=[{"role": "user", "content": request.POST["question"]}])  # ~> content.llm_prompt anthropic
    client.beta.messages.count_tokens(model="claude", messages=[{"role": "user", "content": request.POST["question"]}])  # ~> content.llm_prompt anthropic

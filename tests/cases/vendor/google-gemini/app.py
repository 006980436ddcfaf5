from vertexai.generative_models import GenerativeModel

vertex = GenerativeModel("gemini-1.5-pro")


def ask(request):
    vertex.generate_content(request.POST["question"])  # ~> content.llm_prompt google-gemini

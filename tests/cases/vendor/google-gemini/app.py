import google.generativeai as genai_old
from google import genai
from vertexai.generative_models import GenerativeModel

client = genai.Client()
old = genai_old.GenerativeModel("gemini-1.5-pro")
vertex = GenerativeModel("gemini-1.5-pro")


def ask(request):
    client.models.generate_content(model="gemini-2.5-pro", contents=request.POST["question"])
    old.generate_content(request.POST["question"])
    vertex.generate_content(request.POST["question"])  # ~> content.llm_prompt google-gemini

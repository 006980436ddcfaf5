from google import genai
from google.genai import types

client = genai.Client()


def ask(request):
    part = types.Part(text=f"Call {request.user.phone_number}")  # ~> contact.phone google-gemini
    content = types.Content(role="user", parts=[part])
    return client.models.generate_content(model="gemini", contents=[content])

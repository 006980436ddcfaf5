import posthog
from flask import Flask, request

app = Flask(__name__)


@app.post("/ask")
def ask():
    posthog.capture_ai("$ai_generation", properties={"$ai_input": request.form["question"], "email": request.form["email"]})  # ~> contact.email posthog, content.llm_prompt posthog
    posthog.start_span("ask", attributes={"email": request.form["email"]})  # ~> contact.email posthog
    return "", 204

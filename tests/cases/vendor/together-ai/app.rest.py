from flask import Flask, request
from together import Together

app = Flask(__name__)
client = Together()


@app.post("/ask")
def ask():
    client.audio.speech.create(model="sonic", input=request.form["question"], voice="a")  # ~> content.llm_prompt together-ai
    client.audio.transcriptions.create(file=request.files["recording"])  # ~> content.voice together-ai
    client.videos.create(model="veo", prompt=request.form["question"])  # ~> content.llm_prompt together-ai
    client.files.upload(request.files["document"])  # ~> content.file together-ai
    return "", 204

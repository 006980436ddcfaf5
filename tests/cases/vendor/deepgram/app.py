from deepgram import DeepgramClient
from flask import Flask, request

app = Flask(__name__)
client = DeepgramClient()


@app.post("/recordings")
def recordings():
    client.listen.v1.media.transcribe_file(request=request.files["recording"], model="nova-3")  # ~> content.voice deepgram
    client.listen.rest.v("1").transcribe_file({"buffer": request.files["recording"]}, {"model": "nova-2"})  # ~> content.voice deepgram
    with client.listen.v1.connect(model="nova-3") as connection:
        connection.send_media(request.files["recording"])  # ~> content.voice deepgram
    client.speak.v1.audio.generate(text=request.form["reply"])  # ~> content.llm_prompt deepgram
    client.speak.rest.v("1").save("a.mp3", {"text": request.form["reply"]}, {"model": "aura"})  # ~> content.llm_prompt deepgram
    client.manage.v1.projects.list()
    return "", 204
